import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ExportFiles, ExportJob } from '../app/exports/export-job.ts';

/** Seconds for which a download link works. */
const signedSeconds = 300;

const volumeKey = ({ tenant, id }: Pick<ExportJob, 'tenant' | 'id'>, name: string): string =>
  `T/${tenant}/exports/${id}/${name}`;

/** Archives and attachments in the bucket; `clientOf`: fenced by session tags to one tenant. */
export const createExportFiles = (clientOf: (tenant: TenantId) => S3Client, bucket: string): ExportFiles => ({
  attachment: async (tenant, caseId, attachmentId, versionId) => {
    const { Body } = await clientOf(tenant).send(
      new GetObjectCommand({
        Bucket: bucket,
        Key: `T/${tenant}/${caseId}/${attachmentId}`,
        VersionId: versionId,
      }),
    );
    if (!Body) throw new Error(`${caseId} has no bytes for ${attachmentId}`);
    return Body.transformToByteArray();
  },

  // `keep=no`: the lifecycle takes it away after a day.
  putVolume: async (job, name, bytes) => {
    await clientOf(job.tenant).send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: volumeKey(job, name),
        Body: bytes,
        ContentType: 'application/zip',
        Tagging: 'keep=no',
      }),
    );
  },

  signVolume: async (job, name) => {
    const file = `${job.tenant.replace('/', '-')}-${job.id}-${name}`;
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: volumeKey(job, name),
      ResponseContentType: 'application/zip',
      ResponseContentDisposition: `attachment; filename="${file}"`,
    });
    return {
      url: await getSignedUrl(clientOf(job.tenant), command, { expiresIn: signedSeconds }),
      expiresAt: new Date(Date.now() + signedSeconds * 1000).toISOString(),
    };
  },
});

import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectTaggingCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FileType } from '#shared/contracts/attachments.ts';
import type { FileStore } from '../app/files/file-ports.ts';
import type { CaseRef } from '../app/ports.ts';

/** Seconds for which an upload may begin and a download link works; a session lasts at least as long. */
const signedSeconds = 300;

const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
};

const keyOf = ({ tenant, caseId }: CaseRef, attachmentId: string): string =>
  `T/${tenant}/${caseId}/${attachmentId}`;

const tagging = (keep: 'yes' | 'no') => ({ TagSet: [{ Key: 'keep', Value: keep }] });
const unclaimed = '<Tagging><TagSet><Tag><Key>keep</Key><Value>no</Value></Tag></TagSet></Tagging>';

/** RFC 6266: an ASCII name for old kernels, the real one in UTF-8. */
export const dispositionOf = (fileName: string, type: FileType): string => {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="attachment.${type}"; filename*=UTF-8''${encoded}`;
};

const expiry = (): string => new Date(Date.now() + signedSeconds * 1000).toISOString();

/** Who may not list the bucket is answered 403 for what is not there. */
const isAbsent = (error: unknown): boolean =>
  error instanceof NoSuchKey ||
  (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0));

/** Files in the bucket, through a client whose credentials are fenced to the caller's tenant. */
export const createFileStore = (client: S3Client, bucket: string): FileStore => {
  const mark = async (ref: CaseRef, attachmentId: string, VersionId: string, keep: 'yes' | 'no') => {
    const Key = keyOf(ref, attachmentId);
    await client.send(
      new PutObjectTaggingCommand({ Bucket: bucket, Key, VersionId, Tagging: tagging(keep) }),
    );
  };
  return {
    signUpload: async (ref, { attachmentId, size, sha256 }) => {
      const expiresAt = expiry();
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: keyOf(ref, attachmentId),
        Expires: signedSeconds,
        Conditions: [['content-length-range', size, size]],
        Fields: {
          'Content-Type': 'application/octet-stream',
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
          tagging: unclaimed,
        },
      });
      return { url, fields, expiresAt };
    },

    read: async (ref, attachmentId, most) => {
      try {
        const object = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: keyOf(ref, attachmentId) }),
        );
        if ((object.ContentLength ?? Number.POSITIVE_INFINITY) > most || !object.Body || !object.VersionId)
          return undefined;
        return {
          bytes: Buffer.from(await object.Body.transformToByteArray()),
          versionId: object.VersionId,
        };
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },

    keep: (ref, attachmentId, versionId) => mark(ref, attachmentId, versionId, 'yes'),
    release: (ref, attachmentId, versionId) => mark(ref, attachmentId, versionId, 'no'),

    signDownload: async (ref, { attachmentId, versionId, fileName, type }) => {
      const expiresAt = expiry();
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: keyOf(ref, attachmentId),
        VersionId: versionId,
        ResponseContentType: mediaTypes[type],
        ResponseContentDisposition: dispositionOf(fileName, type),
      });
      return { url: await getSignedUrl(client, command, { expiresIn: signedSeconds }), expiresAt };
    },
  };
};

import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { anchorKeys } from '#shared/table/journal-items.ts';
import { inspectTable } from './inspect-table.ts';

interface AnchorCopy {
  readonly key: string;
  readonly text: string;
  readonly lock: string | undefined;
}

/** A tenant's anchors as an auditor copies them from the locked bucket, the oldest first. */
export const copiedAnchors = async (
  system: EmbeddedSystem,
  tenant: TenantId,
): Promise<readonly AnchorCopy[]> => {
  const { awsEndpoint: endpoint, region, administrator: credentials } = system;
  const storage = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const Bucket = `yunwangtong-anchors-000000000000-${region}`;
  const { seq } = (await inspectTable(system).get(anchorKeys.mark(tenant))) as { seq: number };
  return Promise.all(
    Array.from({ length: seq }, async (_, index) => {
      const key = `T/${tenant}/${String(index + 1).padStart(8, '0')}.json`;
      const { Body, ObjectLockMode } = await storage.send(new GetObjectCommand({ Bucket, Key: key }));
      return { key, text: (await Body?.transformToString()) ?? '', lock: ObjectLockMode };
    }),
  );
};

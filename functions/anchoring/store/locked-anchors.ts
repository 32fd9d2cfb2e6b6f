import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type Anchor, anchorSchema } from '#shared/kernel/anchor/anchor.ts';
import type { LockedAnchors } from '../app/ports.ts';

const keyOf = ({ tenant, seq }: Anchor): string => `T/${tenant}/${String(seq).padStart(8, '0')}.json`;

/** Anchors in the bucket whose own retention locks every version that is written. */
export const createLockedAnchors = (client: S3Client, bucket: string): LockedAnchors => ({
  put: async (anchor) => {
    const place = { Bucket: bucket, Key: keyOf(anchor) };
    try {
      await client.send(
        new PutObjectCommand({
          ...place,
          Body: JSON.stringify(anchor),
          ContentType: 'application/json',
          ChecksumAlgorithm: 'SHA256',
          IfNoneMatch: '*',
        }),
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
    }
    const { Body } = await client.send(new GetObjectCommand(place));
    return anchorSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  },
});

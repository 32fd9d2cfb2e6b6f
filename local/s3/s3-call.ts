import type { IncomingHttpHeaders } from 'node:http';
import type { Principal, PrincipalDirectory } from '../aws/principals.ts';
import type { BucketSpec } from './bucket-spec.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';

/** One request to a bucket, read and told apart. */
export interface S3Call {
  readonly bucket: BucketSpec;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer | string;
}

/** What the operations share. */
export interface S3Scene {
  readonly store: ObjectStore;
  readonly principals: PrincipalDirectory;
  /** @throws AccessDenied unless the caller's policies allow it and the bucket's do not forbid it */
  readonly authorize: (principal: Principal, action: string, bucket: BucketSpec, key: string) => void;
  readonly allows: (principal: Principal, action: string, bucket: BucketSpec, key: string) => boolean;
}

export const placeOf = ({ bucket, key }: S3Call) => ({ bucket: bucket.name, key });

export const versionHeaders = ({ etag, versionId, sha256 }: ObjectVersion) => ({
  etag,
  'x-amz-version-id': versionId,
  'x-amz-checksum-sha256': sha256,
  'x-amz-checksum-type': 'FULL_OBJECT',
});

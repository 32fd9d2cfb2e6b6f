import { AwsError } from '../aws/errors.ts';
import type { BucketSpec } from './bucket-spec.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { denied, notSupported } from './refuse-s3.ts';
import { placeOf, type S3Call } from './s3-call.ts';

const dayMs = 86_400_000;

const namesChecksum = (name: string): boolean => name === 'content-md5' || name.startsWith('x-amz-checksum-');

/** What the bucket's own retention makes of a version that is written now; S3 then insists on a checksum. */
export function lockFor(
  { lock }: BucketSpec,
  fields: Readonly<Record<string, unknown>>,
): Pick<ObjectVersion, 'lock'> {
  if (lock === undefined) return {};
  if (!Object.keys(fields).some(namesChecksum))
    throw new AwsError(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  return { lock: { mode: lock.mode, until: new Date(Date.now() + lock.days * dayMs).toISOString() } };
}

/** @throws AccessDenied while the version is locked; lifting a lock is not supported, so none is ever lifted here */
export function demandUnlocked(version: ObjectVersion | undefined): void {
  if (version?.lock !== undefined && Date.parse(version.lock.until) > Date.now())
    throw denied('Access Denied because object protected by object lock.');
}

/** `If-None-Match: *`: written only where nothing lies. @throws PreconditionFailed */
export function demandAbsence(store: ObjectStore, call: S3Call): void {
  const condition = call.headers['if-none-match'];
  if (condition === undefined) return;
  if (condition !== '*') throw notSupported('if-none-match other than *');
  const found = store.find(placeOf(call));
  if (found !== undefined && !found.deleted)
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      412,
    );
}

export const lockHeaders = ({ lock }: ObjectVersion): Readonly<Record<string, string>> =>
  lock === undefined
    ? {}
    : { 'x-amz-object-lock-mode': lock.mode, 'x-amz-object-lock-retain-until-date': lock.until };

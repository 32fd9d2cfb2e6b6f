import { readPolicyDocument } from '../aws/policy/read-policy-document.ts';
import type { BucketSpec } from '../s3/bucket-spec.ts';
import type { OpenTemplates } from './open-template.ts';
import { bucketKind, bucketPolicyKind } from './resources/bucket.ts';

/** Buckets with what their policies forbid. @throws on a bucket policy that allows something */
export function readBuckets(templates: OpenTemplates): BucketSpec[] {
  const policies = templates.find(bucketPolicyKind);
  return templates.find(bucketKind).map(({ name, partition, properties }) => {
    const denials = policies
      .filter(({ properties: { Bucket } }) => Bucket === name)
      .flatMap(({ properties: { PolicyDocument } }) => readPolicyDocument(PolicyDocument, `bucket ${name}`));
    if (denials.some(({ effect }) => effect === 'Allow'))
      throw new Error(`bucket ${name}: a bucket policy that allows is not supported`);
    const retention = properties.ObjectLockConfiguration?.Rule.DefaultRetention;
    return {
      name,
      arn: `arn:${partition}:s3:::${name}`,
      cors: properties.CorsConfiguration?.CorsRules ?? [],
      denials,
      ...(retention && { lock: { mode: retention.Mode, days: retention.Days } }),
    };
  });
}

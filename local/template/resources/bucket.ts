import { z } from 'zod';
import { byName, defineKind, inert } from '../resource-kind.ts';

const corsRule = z.strictObject({
  AllowedMethods: z.array(z.enum(['GET', 'PUT', 'HEAD', 'POST', 'DELETE'])),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.int().optional(),
  Id: inert,
});

const objectLock = z.strictObject({
  ObjectLockEnabled: z.literal('Enabled'),
  Rule: z.strictObject({
    DefaultRetention: z.strictObject({ Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']), Days: z.int().min(1) }),
  }),
});

/** AWS::S3::Bucket: objects under the data folder, on the one AWS endpoint, addressed by path. */
export const bucketKind = defineKind({
  type: 'AWS::S3::Bucket',
  nameProperty: 'BucketName',
  ref: byName,
  attributes: {
    Arn: ({ partition, name }) => `arn:${partition}:s3:::${name}`,
    RegionalDomainName: ({ awsEndpoint }) => new URL(awsEndpoint).host,
  },
  properties: z.strictObject({
    BucketName: z.string(),
    VersioningConfiguration: z.strictObject({ Status: z.literal('Enabled') }),
    CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
    ObjectLockEnabled: z.literal(true).optional(),
    ObjectLockConfiguration: objectLock.optional(),
    // Inert here: nothing is public on a loopback address, nothing encrypted at rest, nothing old enough to expire.
    BucketEncryption: inert,
    LifecycleConfiguration: inert,
    OwnershipControls: inert,
    PublicAccessBlockConfiguration: inert,
    Tags: inert,
  }),
});

export type CorsRule = z.infer<typeof corsRule>;

/** AWS::S3::BucketPolicy: only what it forbids is evaluated; a policy that allows is refused when it is read. */
export const bucketPolicyKind = defineKind({
  type: 'AWS::S3::BucketPolicy',
  ref: byName,
  attributes: {},
  properties: z.strictObject({ Bucket: z.string(), PolicyDocument: z.unknown() }),
});

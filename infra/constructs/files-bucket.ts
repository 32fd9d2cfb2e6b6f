import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { filesBucketName } from '../names.ts';

export interface FilesBucketProps {
  /** The one origin whose pages may send a file here. */
  readonly publicBaseUrl: string;
}

const day = Duration.days(1);

/** A file is uploaded under `keep=no` and marked `keep=yes` once it belongs to a case; a removed one is marked back. */
const lifecycleRules: LifecycleRule[] = [
  {
    id: 'unclaimed-uploads',
    tagFilters: { keep: 'no' },
    expiration: day,
    noncurrentVersionExpiration: day,
  },
  {
    id: 'leftovers',
    abortIncompleteMultipartUploadAfter: day,
    expiredObjectDeleteMarker: true,
    noncurrentVersionExpiration: Duration.days(30),
  },
];

/** What people attach to cases, under `T/<tenant>/<case>/`; private, every version kept until its time is over. */
export class FilesBucket extends Bucket {
  constructor(scope: Construct, id: string, { publicBaseUrl }: FilesBucketProps) {
    super(scope, id, {
      bucketName: filesBucketName(scope),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lifecycleRules,
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [publicBaseUrl], maxAge: 3600 }],
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every reading and writing is asked of the files function, which records it; nobody else has the keys.',
    });
  }
}

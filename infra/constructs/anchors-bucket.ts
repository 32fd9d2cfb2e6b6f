import { CfnParameter, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { anchorsBucketName } from '../names.ts';

/** Ten years with their leap days; the regulations ask for one at least. */
const kept = Duration.days(3653);

/**
 * Anchors of the journals, under `T/<tenant>/`: locked as they are written, for everybody. Under `COMPLIANCE` not even
 * the account's owner takes one away; a trial installation that must be taken down again says `GOVERNANCE`.
 */
export class AnchorsBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      bucketName: anchorsBucketName(scope),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(kept),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const mode = new CfnParameter(scope, 'AnchorLockMode', {
      type: 'String',
      allowedValues: ['COMPLIANCE', 'GOVERNANCE'],
      default: 'COMPLIANCE',
      description:
        'Whether the lock on journal anchors may be lifted by whoever holds s3:BypassGovernanceRetention',
    });
    (this.node.defaultChild as CfnBucket).addPropertyOverride(
      'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
      mode.valueAsString,
    );
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'One function writes here, and its log tells each run; auditors read with credentials of their own.',
    });
  }
}

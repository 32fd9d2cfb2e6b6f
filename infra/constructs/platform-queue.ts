import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A queue of the platform: encrypted, over TLS only, kept for fourteen days. */
export class PlatformQueue extends Queue {
  constructor(scope: Construct, id: string, queueName: string, more: Partial<QueueProps> = {}) {
    super(scope, id, {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...more,
    });
  }
}

import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PlatformQueue } from './platform-queue.ts';

/** Takes what fails for good at a stream's mapping, a schedule or an asynchronous call: no queue's redrive policy names it. */
export class DeadLetterQueue extends PlatformQueue {
  constructor(scope: Construct, id: string, queueName: string) {
    super(scope, id, queueName);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is a dead-letter queue itself, of something other than a queue, where the rule does not look.',
    });
  }
}

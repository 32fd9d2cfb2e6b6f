import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { deadNotifyQueueName, notifyQueueName } from '../names.ts';
import { alarmOnLog } from './alarm-on-log.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface NotificationsProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly publicBaseUrl: string;
}

/** A message may wait five seconds for its channel, and a batch holds five. */
const timeout = Duration.seconds(60);

/** Tells people: markers from a queue of their own become messages in inboxes and on the city's channels. */
export class Notifications extends Construct {
  readonly queue: PlatformQueue;

  constructor(scope: Construct, id: string, { assets, tableName, publicBaseUrl }: NotificationsProps) {
    super(scope, id);
    this.queue = new PlatformQueue(this, 'Queue', notifyQueueName, {
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadNotifyQueueName), maxReceiveCount: 5 },
    });
    const { lambda } = new PlatformFunction(this, 'Consumer', {
      name: 'notify',
      assets,
      description:
        'Tells the people whom a notice concerns, in their inbox and by the channels of their city',
      timeout,
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        PUBLIC_BASE_URL: publicBaseUrl,
      },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: [this.queue.queueArn],
        }),
      ],
    });
    new EventSourceMapping(this, 'QueueMapping', {
      target: lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 5,
      reportBatchItemFailures: true,
    });
    alarmOnLog(this, {
      name: 'yunwangtong-notice-given-up',
      says: 'A notice failed for three days and stays in the inbox alone',
      runbook: 'dead-notices',
      code: 'notice.given-up',
      period: Duration.minutes(5),
      periods: 1,
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { deadHandOverQueueName, handOverQueueName } from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface HandOversProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
}

/** One page of cases, each a transaction, with room for retries. */
const timeout = Duration.seconds(60);

/** 离岗交接: a queue whose consumer hands over one page of a leaver's open items a message and sends itself the next. */
export class HandOvers extends Construct {
  readonly queue: PlatformQueue;

  constructor(scope: Construct, id: string, { assets, tableName }: HandOversProps) {
    super(scope, id);
    this.queue = new PlatformQueue(this, 'Queue', handOverQueueName, {
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadHandOverQueueName), maxReceiveCount: 5 },
    });
    const { lambda } = new PlatformFunction(this, 'Consumer', {
      name: 'desks-hand-over',
      assets,
      description: 'Hands over what somebody holds by name, a page of cases at a time',
      timeout,
      carriesOn: true,
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        HAND_OVER_QUEUE_URL: this.queue.queueUrl,
      },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:SendMessage'],
          resources: [this.queue.queueArn],
        }),
      ],
    });
    new EventSourceMapping(this, 'QueueMapping', {
      target: lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { deadRecomputeQueueName, recomputeQueueName } from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface RecomputationsProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
}

/** One page of cases, each a transaction, with room for retries. */
const timeout = Duration.seconds(60);

/**
 * Carries holiday notices into open dates: a queue whose consumer does one page of cases a message and sends itself the
 * next, so that a notice never takes more of the table than one page at a time.
 */
export class Recomputations extends Construct {
  readonly queue: PlatformQueue;

  constructor(scope: Construct, id: string, { assets, tableName }: RecomputationsProps) {
    super(scope, id);
    this.queue = new PlatformQueue(this, 'Queue', recomputeQueueName, {
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadRecomputeQueueName), maxReceiveCount: 5 },
    });
    const { lambda } = new PlatformFunction(this, 'Consumer', {
      name: 'calendar-recompute',
      assets,
      description: 'Recomputes open targets after a holiday notice, a page of cases at a time',
      timeout,
      carriesOn: true,
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        RECOMPUTE_QUEUE_URL: this.queue.queueUrl,
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

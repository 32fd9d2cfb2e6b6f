import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { deadDeliveryQueueName, deadStreamQueueName, deliveryQueueName } from '../names.ts';
import { CasesWorker, workerTimeout } from './cases-worker.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface CaseDeliveriesProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  /** Stream of the table, with both images. */
  readonly streamArn: string;
  /** Takes the markers that tell people. */
  readonly notifyQueue: Queue;
  /** Takes the markers of recomputations. */
  readonly recomputeQueue: Queue;
  /** Takes the markers of what follows elsewhere. */
  readonly lifecycleQueue: Queue;
  /** Takes the markers of hand-overs. */
  readonly handOverQueue: Queue;
}

/**
 * The hurry-up: each delivery marker written with a decision goes from the table's stream to a queue, and from
 * there to the machine that waits for it; markers that tell people go to theirs. What fails for good lands in a dead queue of its own on either side,
 * since a stream's failure report is no message that the queue's consumer could read again.
 */
export class CaseDeliveries extends Construct {
  private readonly props: CaseDeliveriesProps;

  constructor(scope: Construct, id: string, props: CaseDeliveriesProps) {
    super(scope, id);
    this.props = props;
    const queue = new PlatformQueue(this, 'Queue', deliveryQueueName, {
      // AWS asks for six times the consumer's timeout.
      visibilityTimeout: Duration.seconds(workerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadDeliveryQueueName), maxReceiveCount: 5 },
    });
    this.feed(queue);
    this.drain(queue);
  }

  private feed(queue: Queue): void {
    const { assets, streamArn, notifyQueue, recomputeQueue, lifecycleQueue, handOverQueue } = this.props;
    const dead = new DeadLetterQueue(this, 'StreamDead', deadStreamQueueName);
    const { lambda } = new PlatformFunction(this, 'Stream', {
      name: 'cases-stream',
      assets,
      description: 'Passes new delivery markers from the table to the queue of their kind',
      environment: {
        DELIVERY_QUEUE_URL: queue.queueUrl,
        NOTIFY_QUEUE_URL: notifyQueue.queueUrl,
        RECOMPUTE_QUEUE_URL: recomputeQueue.queueUrl,
        LIFECYCLE_QUEUE_URL: lifecycleQueue.queueUrl,
        HAND_OVER_QUEUE_URL: handOverQueue.queueUrl,
      },
      statements: [
        allow(
          [
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
            'dynamodb:ListStreams',
          ],
          streamArn,
        ),
        allow(
          ['sqs:SendMessage'],
          queue.queueArn,
          notifyQueue.queueArn,
          recomputeQueue.queueArn,
          lifecycleQueue.queueArn,
          handOverQueue.queueArn,
          dead.queueArn,
        ),
      ],
    });
    new EventSourceMapping(this, 'StreamMapping', {
      target: lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('DEL#') } } },
        }),
      ],
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: dead.queueArn }) },
    });
  }

  private drain(queue: Queue): void {
    const { assets, tableName } = this.props;
    const { lambda } = new CasesWorker(this, 'Advance', {
      name: 'cases-advance',
      assets,
      tableName,
      description: 'Carries each delivery to the approval machine and clears its marker',
      machineActions: ['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'],
      statements: [
        allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn),
      ],
    });
    new EventSourceMapping(this, 'QueueMapping', {
      target: lambda,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
    });
  }
}

const allow = (actions: string[], ...resources: string[]) =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources });

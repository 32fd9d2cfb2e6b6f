import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import {
  deadLifecycleQueueName,
  lifecycleQueueName,
  provisioningMachineArn,
  reclamationMachineArn,
} from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface LifecycleProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  /** Where whoever holds a certificate checks it. */
  readonly publicBaseUrl: string;
}

/** A batch of some hundred hosts leaves as many rows in the registry. */
const timeout = Duration.seconds(60);

/** What follows elsewhere from a command: processes that begin with a completed case, and what they leave behind. */
export class Lifecycle extends Construct {
  readonly queue: PlatformQueue;

  constructor(scope: Construct, id: string, { assets, tableName, publicBaseUrl }: LifecycleProps) {
    super(scope, id);
    this.queue = new PlatformQueue(this, 'Queue', lifecycleQueueName, {
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadLifecycleQueueName), maxReceiveCount: 5 },
    });
    const [provisioning, reclamation] = [provisioningMachineArn(this), reclamationMachineArn(this)];
    const { lambda } = new PlatformFunction(this, 'Consumer', {
      name: 'lifecycle',
      assets,
      description: 'Carries on what follows from a command: processes, work orders and rows of the registry',
      timeout,
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        PROVISIONING_MACHINE_ARN: provisioning,
        RECLAMATION_MACHINE_ARN: reclamation,
        PUBLIC_BASE_URL: publicBaseUrl,
      },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: [this.queue.queueArn],
        }),
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'],
          resources: [provisioning, reclamation],
        }),
      ],
    });
    new EventSourceMapping(this, 'QueueMapping', {
      target: lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 5,
      reportBatchItemFailures: true,
    });
  }
}

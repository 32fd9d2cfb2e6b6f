import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { approvalMachineArn } from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';

export interface CasesWorkerProps {
  readonly name: 'cases-steps' | 'cases-advance' | 'cases-sweep';
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly description: string;
  /** What it does to the approval machine's executions. */
  readonly machineActions: readonly string[];
  /** Takes the asynchronous runs that failed. */
  readonly dead?: Queue;
  readonly environment?: Record<string, string>;
  readonly statements?: readonly PolicyStatement[];
}

/** Longest run of a worker: nobody waits for it, and a sweep may find many cases. */
export const workerTimeout = Duration.seconds(60);

/** A function of the cases context that works for the system, not for a person, and drives the approval machine. */
export class CasesWorker extends PlatformFunction {
  constructor(scope: Construct, id: string, props: CasesWorkerProps) {
    const machineArn = approvalMachineArn(scope);
    super(scope, id, {
      name: props.name,
      assets: props.assets,
      description: props.description,
      ...(props.dead ? { dead: props.dead } : {}),
      timeout: workerTimeout,
      environment: {
        TABLE_NAME: props.tableName,
        ...dataRoleEnvironment(scope, 'system'),
        APPROVAL_MACHINE_ARN: machineArn,
        ...props.environment,
      },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: [...props.machineActions],
          resources: [machineArn],
        }),
        ...(props.statements ?? []),
      ],
    });
  }
}

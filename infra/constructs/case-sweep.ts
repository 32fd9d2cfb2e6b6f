import { Duration } from 'aws-cdk-lib';
import { Schedule as Times } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { sweepRuleName } from '../names.ts';
import { alarmOnLog, alarmOnSilence } from './alarm-on-log.ts';
import { CasesWorker } from './cases-worker.ts';
import { Schedule } from './schedule.ts';

export interface CaseSweepProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  /** Takes the overdue markers that tell people. */
  readonly notifyQueue: Queue;
  /** Takes the overdue markers of recomputations. */
  readonly recomputeQueue: Queue;
  /** Takes the overdue markers of what follows elsewhere. */
  readonly lifecycleQueue: Queue;
  /** Takes the markers of hand-overs. */
  readonly handOverQueue: Queue;
  /** Takes the runs that failed. */
  readonly dead: Queue;
}

/** Every five minutes: what is overdue in the table, delivery markers above all, moves on without the stream. */
export class CaseSweep extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { assets, tableName, notifyQueue, recomputeQueue, lifecycleQueue, handOverQueue, dead }: CaseSweepProps,
  ) {
    super(scope, id);
    const { lambda } = new CasesWorker(this, 'Sweep', {
      name: 'cases-sweep',
      assets,
      tableName,
      description:
        'Delivers overdue markers and delivers what the stream has not brought, straight from the table',
      machineActions: ['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'],
      dead,
      environment: {
        NOTIFY_QUEUE_URL: notifyQueue.queueUrl,
        RECOMPUTE_QUEUE_URL: recomputeQueue.queueUrl,
        LIFECYCLE_QUEUE_URL: lifecycleQueue.queueUrl,
        HAND_OVER_QUEUE_URL: handOverQueue.queueUrl,
      },
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['sqs:SendMessage'],
          resources: [
            notifyQueue.queueArn,
            recomputeQueue.queueArn,
            lifecycleQueue.queueArn,
            handOverQueue.queueArn,
          ],
        }),
      ],
    });
    new Schedule(this, 'Schedule', {
      ruleName: sweepRuleName,
      description: 'Starts the sweep of cases',
      times: Times.rate(Duration.minutes(5)),
      runs: lambda,
      dead,
    });
    alarmOnSilence(this, {
      name: 'yunwangtong-cases-sweep-silent',
      says: 'No sweep has reached its end for a quarter of an hour',
      runbook: 'silent-sweep',
      code: 'sweep.done',
      period: Duration.minutes(5),
      periods: 3,
    });
    for (const { code, says, runbook } of leftBehind)
      alarmOnLog(this, {
        name: `yunwangtong-${code.replace('.', '-')}`,
        says,
        runbook,
        code,
        period: Duration.minutes(10),
        // The next sweep tries again; what it cannot do either needs somebody.
        periods: 2,
      });
  }
}

/** What a run leaves behind without failing itself. */
const leftBehind = [
  {
    code: 'reminder.failed',
    says: 'A reminder fails in every sweep',
    runbook: 'failed-reminders',
  },
  {
    code: 'delivery.failed',
    says: 'A delivery to a machine fails in every sweep',
    runbook: 'dead-deliveries',
  },
] as const;

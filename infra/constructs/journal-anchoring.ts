import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Schedule as Times } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { anchorRuleName, anchorsBucketName } from '../names.ts';
import { alarmOnSilence } from './alarm-on-log.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { Schedule } from './schedule.ts';

export interface JournalAnchoringProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  /** Takes the runs that failed. */
  readonly dead: Queue;
}

/** Every hour: the journals that moved are anchored, tenant by tenant, under object lock. */
export class JournalAnchoring extends Construct {
  constructor(scope: Construct, id: string, { assets, tableName, dead }: JournalAnchoringProps) {
    super(scope, id);
    const bucketName = anchorsBucketName(this);
    const anchors = `arn:${Stack.of(this).partition}:s3:::${bucketName}/T/*`;
    const made = new PlatformFunction(this, 'Anchor', {
      name: 'journal-anchor',
      assets,
      description: 'Puts what the journals have come to under object lock, so that a missing tail shows',
      timeout: Duration.minutes(10),
      dead,
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        ANCHORS_BUCKET: bucketName,
      },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: [anchors],
        }),
      ],
    });
    Validations.of(made).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${anchors}]`,
      reason: 'The wildcard stands for the anchors of all tenants; the bucket locks what is written there.',
    });
    new Schedule(this, 'Schedule', {
      ruleName: anchorRuleName,
      description: 'Starts the anchoring of journals',
      times: Times.rate(Duration.hours(1)),
      runs: made.lambda,
      dead,
    });
    // A run that fails rings by itself; this rings when none has reached its end.
    alarmOnSilence(this, {
      name: 'yunwangtong-journal-anchor-silent',
      says: 'No anchoring of journals for three hours',
      runbook: 'journal-anchors',
      code: 'anchor.done',
      period: Duration.hours(1),
      periods: 3,
    });
  }
}

import { Rule, type Schedule as Times } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ScheduleProps {
  readonly ruleName: string;
  readonly description: string;
  readonly times: Times;
  readonly runs: LambdaFunction;
  /** Takes the runs that could not be started; those that failed the function itself sends there. */
  readonly dead: Queue;
}

/** A function run by the clock. A run that could not be started is not repeated: the next one finds the same work. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { ruleName, description, times, runs, dead }: ScheduleProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      ruleName,
      description,
      schedule: times,
      targets: [new FunctionTarget(runs, { retryAttempts: 0, deadLetterQueue: dead })],
    });
  }
}

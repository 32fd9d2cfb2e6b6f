import type { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface LogAlarm {
  readonly name: string;
  /** What it means when it rings. */
  readonly says: string;
  readonly runbook: string;
  /** The registered code of the log lines that are counted. */
  readonly code: string;
  readonly period: Duration;
  /** So many periods, one after the other. */
  readonly periods: number;
}

const alarmOn = ({ name, says, runbook, code, period, periods }: LogAlarm) => ({
  alarmName: name,
  alarmDescription: `${says}: docs/runbooks/${runbook}.md`,
  metric: new Metric({
    namespace: 'yunwangtong',
    metricName: 'Logged',
    dimensionsMap: { code },
    statistic: 'Sum',
    period,
  }),
  threshold: 1,
  evaluationPeriods: periods,
});

/** Rings when nothing has written this line, whatever the reason. */
export const alarmOnSilence = (scope: Construct, of: LogAlarm): Alarm =>
  new Alarm(scope, of.name, {
    ...alarmOn(of),
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  });

/** Rings when something has written this line. */
export const alarmOnLog = (scope: Construct, of: LogAlarm): Alarm =>
  new Alarm(scope, of.name, {
    ...alarmOn(of),
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });

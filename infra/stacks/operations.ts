import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import {
  approvalMachineArn,
  approvalMachineName,
  deadDeliveryQueueName,
  deadExportQueueName,
  deadHandOverQueueName,
  deadLifecycleQueueName,
  deadNotifyQueueName,
  deadRecomputeQueueName,
  deadScheduleQueueName,
  deadStreamQueueName,
  provisioningMachineArn,
  provisioningMachineName,
} from '../names.ts';

export interface OperationsStackProps extends StackProps {
  readonly apiId: string;
}

interface AlarmOn {
  readonly name: string;
  readonly runbook: string;
  readonly says: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, string>;
}

/** Each dead-letter queue, its runbook and what it means when something lies in it. */
const deadQueues = [
  [deadDeliveryQueueName, 'dead-deliveries', 'Deliveries to the approval machine failed for good'],
  [deadStreamQueueName, 'dead-deliveries', 'Deliveries to the approval machine failed for good'],
  [deadNotifyQueueName, 'dead-notices', 'People could not be told something'],
  [deadExportQueueName, 'dead-exports', 'An export of a tenant stands still'],
  [deadRecomputeQueueName, 'dead-recomputations', 'A holiday notice could not be carried into open dates'],
  [
    deadLifecycleQueueName,
    'dead-effects',
    'What follows from a command stands still: an order, a work order or the registry',
  ],
  [deadScheduleQueueName, 'dead-schedules', 'A run by the clock failed or could not be started'],
  [deadHandOverQueueName, 'dead-hand-overs', 'What somebody held by name could not be handed over'],
] as const;

/** What the duty officer is told, beyond a function's own errors, whose alarm stands beside the function. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { apiId, ...props }: OperationsStackProps) {
    super(scope, id, props);
    for (const [queue, runbook, says] of deadQueues) {
      this.alarm({
        name: `${queue}-not-empty`,
        runbook,
        says,
        namespace: 'AWS/SQS',
        metricName: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: queue },
      });
    }
    for (const metricName of ['ExecutionsFailed', 'ExecutionsTimedOut']) {
      this.alarm({
        name: `${provisioningMachineName}-${metricName}`,
        runbook: 'failed-provisioning',
        says: 'An opening ended without the order being open',
        namespace: 'AWS/States',
        metricName,
        dimensions: { StateMachineArn: provisioningMachineArn(this) },
      });
      this.alarm({
        name: `${approvalMachineName}-${metricName}`,
        runbook: 'failed-approvals',
        says: 'An approval ended without the case having an end',
        namespace: 'AWS/States',
        metricName,
        dimensions: { StateMachineArn: approvalMachineArn(this) },
      });
    }
    this.alarm({
      name: 'yunwangtong-api-faults',
      runbook: 'api-faults',
      says: 'The API answered with a 5xx',
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensions: { ApiId: apiId },
    });
  }

  private alarm({ name, runbook, says, namespace, metricName, dimensions }: AlarmOn): void {
    new Alarm(this, name, {
      alarmName: name,
      alarmDescription: `${says}: docs/runbooks/${runbook}.md`,
      metric: new Metric({
        namespace,
        metricName,
        dimensionsMap: dimensions,
        period: Duration.minutes(5),
        statistic: metricName.startsWith('Approximate') ? 'Maximum' : 'Sum',
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

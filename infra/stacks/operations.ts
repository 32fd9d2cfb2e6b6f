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
  reclamationMachineArn,
  reclamationMachineName,
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

/** Each machine, its runbook and what it means when an execution of it fails. */
const machines = [
  {
    name: approvalMachineName,
    arnOf: approvalMachineArn,
    runbook: 'failed-approvals',
    says: 'An approval ended without the case having an end',
  },
  {
    name: provisioningMachineName,
    arnOf: provisioningMachineArn,
    runbook: 'failed-provisioning',
    says: 'An opening ended without the order being open',
  },
  {
    name: reclamationMachineName,
    arnOf: reclamationMachineArn,
    runbook: 'failed-reclamations',
    says: 'A reclamation ended without resources being taken back or restored',
  },
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
      for (const { name, runbook, says, arnOf } of machines)
        this.alarm({
          name: `${name}-${metricName}`,
          runbook,
          says,
          namespace: 'AWS/States',
          metricName,
          dimensions: { StateMachineArn: arnOf(this) },
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

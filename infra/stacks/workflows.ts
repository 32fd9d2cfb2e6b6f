import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { approvalDefinition } from '../constructs/approval-definition.ts';
import { CaseDeliveries } from '../constructs/case-deliveries.ts';
import { CaseSweep } from '../constructs/case-sweep.ts';
import { CasesWorker } from '../constructs/cases-worker.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { HandOvers } from '../constructs/hand-overs.ts';
import { JournalAnchoring } from '../constructs/journal-anchoring.ts';
import { Lifecycle } from '../constructs/lifecycle.ts';
import { Notifications } from '../constructs/notifications.ts';
import { ProcessMachine } from '../constructs/process-machine.ts';
import { provisioningDefinition } from '../constructs/provisioning-definition.ts';
import { publicBaseUrl } from '../constructs/public-base-url.ts';
import { reclamationDefinition } from '../constructs/reclamation-definition.ts';
import { Recomputations } from '../constructs/recomputations.ts';
import type { SingleTable } from '../constructs/single-table.ts';
import { StepMachine } from '../constructs/step-machine.ts';
import {
  approvalMachineName,
  deadScheduleQueueName,
  provisioningMachineArn,
  provisioningMachineName,
  reclamationMachineArn,
  reclamationMachineName,
} from '../names.ts';

export interface WorkflowsStackProps extends StackProps {
  readonly table: SingleTable;
  readonly assets: FunctionAssets;
}

/** What waits and what moves: the approval machine, deliveries to it and to people, and the sweep. */
export class WorkflowsStack extends Stack {
  constructor(scope: Construct, id: string, { table, assets, ...props }: WorkflowsStackProps) {
    super(scope, id, props);
    const { tableName, tableStreamArn } = table;
    if (tableStreamArn === undefined) throw new Error('The table has no stream');
    const steps = new CasesWorker(this, 'Steps', {
      name: 'cases-steps',
      assets,
      tableName,
      description: 'Opens the step that the approval machine has reached, and completes the case',
      machineActions: ['states:SendTaskSuccess', 'states:SendTaskFailure'],
    });
    const { machineArn } = new StepMachine(this, 'Approval', {
      name: approvalMachineName,
      steps: steps.lambda,
      define: approvalDefinition,
    });
    const provisioning = new ProcessMachine(this, 'Provisioning', {
      name: provisioningMachineName,
      machineArn: provisioningMachineArn(this),
      variable: 'PROVISIONING_MACHINE_ARN',
      steps: 'provisioning-steps',
      description: 'Opens the step that the provisioning machine has reached',
      define: provisioningDefinition,
      ...{ assets, tableName },
    });
    const reclamation = new ProcessMachine(this, 'Reclamation', {
      name: reclamationMachineName,
      machineArn: reclamationMachineArn(this),
      variable: 'RECLAMATION_MACHINE_ARN',
      steps: 'reclamation-steps',
      description: 'Opens the step that the reclamation machine has reached',
      define: reclamationDefinition,
      ...{ assets, tableName },
    });
    const baseUrl = publicBaseUrl(this);
    const { queue: notifyQueue } = new Notifications(this, 'Notifications', {
      assets,
      tableName,
      publicBaseUrl: baseUrl,
    });
    const { queue: recomputeQueue } = new Recomputations(this, 'Recomputations', { assets, tableName });
    const { queue: lifecycleQueue } = new Lifecycle(this, 'Lifecycle', {
      assets,
      tableName,
      publicBaseUrl: baseUrl,
    });
    const { queue: handOverQueue } = new HandOvers(this, 'HandOvers', { assets, tableName });
    const queues = { notifyQueue, recomputeQueue, lifecycleQueue, handOverQueue };
    new CaseDeliveries(this, 'Deliveries', { assets, tableName, streamArn: tableStreamArn, ...queues });
    const dead = new DeadLetterQueue(this, 'SchedulesDead', deadScheduleQueueName);
    new CaseSweep(this, 'Sweep', { assets, tableName, ...queues, dead });
    new JournalAnchoring(this, 'Anchoring', { assets, tableName, dead });
    new CfnOutput(this, 'ApprovalMachineArn', { value: machineArn });
    new CfnOutput(this, 'ProvisioningMachineArn', { value: provisioning.machineArn });
    new CfnOutput(this, 'ReclamationMachineArn', { value: reclamation.machineArn });
  }
}

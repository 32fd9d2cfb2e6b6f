import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionName } from './function-entries.ts';

/**
 * Physical names. They are fixed so that one resource can name another without referring to it: a reference
 * in each direction (machine ↔ the function that answers it) is a circle that CloudFormation refuses.
 */
export const tableName = 'yunwangtong';
export const approvalMachineName = 'yunwangtong-approval';
export const provisioningMachineName = 'yunwangtong-provisioning-orders';
export const reclamationMachineName = 'yunwangtong-reclamations';
export const deliveryQueueName = 'yunwangtong-case-deliveries';
export const deadDeliveryQueueName = 'yunwangtong-case-deliveries-dead';
export const deadStreamQueueName = 'yunwangtong-case-stream-dead';
export const notifyQueueName = 'yunwangtong-notify';
export const deadNotifyQueueName = 'yunwangtong-notify-dead';
export const exportQueueName = 'yunwangtong-exports';
export const deadExportQueueName = 'yunwangtong-exports-dead';
export const recomputeQueueName = 'yunwangtong-recomputations';
export const deadRecomputeQueueName = 'yunwangtong-recomputations-dead';
export const lifecycleQueueName = 'yunwangtong-lifecycle';
export const deadLifecycleQueueName = 'yunwangtong-lifecycle-dead';
export const handOverQueueName = 'yunwangtong-hand-overs';
export const deadHandOverQueueName = 'yunwangtong-hand-overs-dead';
export const deadScheduleQueueName = 'yunwangtong-schedules-dead';
export const sweepRuleName = 'yunwangtong-cases-sweep';

export const anchorRuleName = 'yunwangtong-journal-anchor';

/** Bucket names are worldwide, so these carry whose they are. */
const bucketName = (scope: Construct, kind: string): string => {
  const { account, region } = Stack.of(scope);
  return `yunwangtong-${kind}-${account}-${region}`;
};
export const filesBucketName = (scope: Construct): string => bucketName(scope, 'files');
export const anchorsBucketName = (scope: Construct): string => bucketName(scope, 'anchors');

/**
 * Who a data role acts for: one county, one city with its counties, whoever only reads a city's reference data or
 * publishes its calendar, its catalogue or its document templates, whoever only counts a tenant's calls, a provider, whoever
 * takes a tenant's work orders out of its providers' keys, or the system itself. Those named `…-reader` write nothing; those
 * named `…-files` reach the tenant's uploads and no item of the table.
 */
export type DataRole =
  | 'county'
  | 'city'
  | 'county-reader'
  | 'city-reader'
  | 'reference'
  | 'catalogue'
  | 'calendar'
  | 'templates'
  | 'usage'
  | 'provider'
  | 'work-reader'
  | 'system'
  | 'county-files'
  | 'city-files';

/** The Lambda function's name and, being the same, its execution role's. */
export const functionName = (name: FunctionName): string => `yunwangtong-${name}`;

export const dataRoleName = (role: DataRole): string => `yunwangtong-data-${role}`;

export const roleArn = (scope: Construct, roleName: string): string =>
  Stack.of(scope).formatArn({ service: 'iam', region: '', resource: 'role', resourceName: roleName });

const machineArn = (scope: Construct, resourceName: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const approvalMachineArn = (scope: Construct): string => machineArn(scope, approvalMachineName);

export const provisioningMachineArn = (scope: Construct): string =>
  machineArn(scope, provisioningMachineName);

export const reclamationMachineArn = (scope: Construct): string => machineArn(scope, reclamationMachineName);

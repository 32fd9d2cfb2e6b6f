import type { TableSpec } from '../template/read-table.ts';
import { callDynamoLocal, DynamoLocalError } from './call-dynamo-local.ts';
import { findDrift } from './find-drift.ts';

/** The template's table as CreateTable wants it; what the call would silently ignore stays out. */
function creationOf({ name, properties }: TableSpec): Record<string, unknown> {
  const { AttributeDefinitions, KeySchema, BillingMode, GlobalSecondaryIndexes, StreamSpecification } =
    properties;
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    BillingMode,
    DeletionProtectionEnabled: properties.DeletionProtectionEnabled,
    ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
    // CloudFormation implies StreamEnabled, the API demands it.
    ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
  };
}

async function describeTable(endpoint: string, name: string): Promise<Record<string, unknown> | undefined> {
  try {
    const { Table } = await callDynamoLocal(endpoint, 'DescribeTable', { TableName: name });
    return Table as Record<string, unknown>;
  } catch (cause) {
    if (cause instanceof DynamoLocalError && cause.code === 'ResourceNotFoundException') return undefined;
    throw cause;
  }
}

async function ensureTimeToLive(endpoint: string, { name, properties }: TableSpec): Promise<void> {
  const wanted = properties.TimeToLiveSpecification;
  if (wanted === undefined) return;
  const answer = await callDynamoLocal(endpoint, 'DescribeTimeToLive', { TableName: name });
  const status = (answer['TimeToLiveDescription'] as { TimeToLiveStatus?: string }).TimeToLiveStatus;
  // A second UpdateTimeToLive with the same wish is an error.
  if ((status === 'ENABLED') === wanted.Enabled) return;
  await callDynamoLocal(endpoint, 'UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: wanted });
}

/**
 * Creates the table, or compares an existing one with the template; it is never changed or deleted.
 * @returns true when the table was created
 * @throws when the existing table differs, naming the differences
 */
export async function ensureTable(endpoint: string, table: TableSpec): Promise<boolean> {
  const existing = await describeTable(endpoint, table.name);
  if (existing === undefined) await callDynamoLocal(endpoint, 'CreateTable', creationOf(table));
  else {
    const drift = findDrift(table, existing);
    if (drift.length > 0) {
      throw new Error(
        `数据表 ${table.name} 与模板不一致：${drift.join('；')}。请换一个 DATA_DIR 或先迁移数据`,
      );
    }
  }
  await ensureTimeToLive(endpoint, table);
  return existing === undefined;
}

import type { IncomingHttpHeaders } from 'node:http';
import type { FaultPlan } from '../../faults/fault-plan.ts';
import type { TableSpec } from '../../template/read-table.ts';
import { authorizeCall } from '../authorize-call.ts';
import { AwsError } from '../errors.ts';
import type { Principal } from '../principals.ts';
import { type Forwarded, forward } from './forward.ts';
import { type Access, AccessReader, type KeyLayout } from './read-access.ts';
import { type Json, UnreadableRequest } from './request-shape.ts';
import { StaleIndexes } from './stale-index.ts';
import { refuseAsConflict } from './transaction-conflict.ts';

export interface DynamoProxySetup {
  readonly table: TableSpec;
  /** Gives DynamoDB Local's address, starting it again if it has ended. */
  readonly endpoint: () => Promise<string>;
  readonly plan: FaultPlan;
}

const singleWrites = ['PutItem', 'UpdateItem', 'DeleteItem'];
const writes = [...singleWrites, 'BatchWriteItem', 'TransactWriteItems'];

function layoutOf({ name, properties }: TableSpec): KeyLayout {
  const hash = (keys: TableSpec['properties']['KeySchema']) =>
    keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  return {
    table: name,
    partitionKey: hash(properties.KeySchema),
    indexes: Object.fromEntries(
      properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [IndexName, hash(KeySchema)]),
    ),
  };
}

/** The single writes inside a write operation, as `{Key}` or `{Item}`. */
function writtenParts(operation: string, body: Json): Json[] {
  if (singleWrites.includes(operation)) return [body];
  if (operation !== 'TransactWriteItems') return [];
  return (body['TransactItems'] as Json[])
    .filter((item) => item['ConditionCheck'] === undefined)
    .flatMap((item) => Object.values(item) as Json[]);
}

/** DynamoDB behind IAM: every operation is judged by the caller's synthesized policies, then goes to DynamoDB Local. */
export function createDynamoProxy({ table, endpoint, plan }: DynamoProxySetup) {
  const reader = new AccessReader([layoutOf(table)]);
  const arnPrefix = table.arn.replace(/table\/.*$/, '');
  const stale = new StaleIndexes(
    plan,
    table.properties.KeySchema.map(({ AttributeName }) => AttributeName),
  );

  function readAccess(operation: string, body: Json): Access[] {
    try {
      return reader.read(operation, body);
    } catch (cause) {
      if (cause instanceof UnreadableRequest) throw new AwsError('ValidationException', cause.message);
      throw cause;
    }
  }

  function authorize(principal: Principal, accesses: readonly Access[]): void {
    for (const { action, resource, leadingKeys, enclosing } of accesses) {
      const context = {
        ...(leadingKeys !== undefined && { 'dynamodb:leadingkeys': leadingKeys }),
        ...(enclosing !== undefined && { 'dynamodb:enclosingoperation': [enclosing] }),
      };
      authorizeCall(principal, { action, resource: `${arnPrefix}${resource}`, context });
    }
  }

  async function write(operation: string, body: Json, send: () => Promise<Forwarded>): Promise<Forwarded> {
    if (operation !== 'BatchWriteItem' && plan.hits('transactionConflictRate')) {
      return refuseAsConflict(operation, body);
    }
    const answer = await plan.write(operation, send);
    for (const part of writtenParts(operation, body)) stale.noteWrite(part);
    return answer;
  }

  /** @throws AwsError when the caller may not, or the request cannot be judged */
  return async (
    principal: Principal,
    operation: string,
    headers: IncomingHttpHeaders,
    raw: Buffer,
  ): Promise<Forwarded> => {
    const body = JSON.parse(raw.toString('utf8')) as Json;
    if (!principal.administrator) authorize(principal, readAccess(operation, body));
    const send = async () => forward(await endpoint(), headers, raw);
    if (writes.includes(operation)) return write(operation, body, send);
    const answer = await send();
    return operation === 'Query' && body['IndexName'] !== undefined ? stale.age(answer) : answer;
  };
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Forwarded } from '../aws/dynamodb/forward.ts';
import { type Json, scalarOf } from '../aws/dynamodb/request-shape.ts';
import type { Principal } from '../aws/principals.ts';
import { callDynamoLocal } from '../tables/call-dynamo-local.ts';
import type { TableSpec } from '../template/read-table.ts';
import { capacityUnits, type TableLayout } from './capacity-units.ts';
import type { WireItem } from './item-bytes.ts';
import type { Meter, TouchedItem } from './meter.ts';
import { type NamedTouch, readTouchesOf, writtenKeys } from './read-touches.ts';

type ServeTable = (
  principal: Principal,
  operation: string,
  headers: IncomingHttpHeaders,
  raw: Buffer,
) => Promise<Forwarded>;

const namesOf = (schema: TableSpec['properties']['KeySchema']) =>
  schema.map(({ AttributeName }) => AttributeName);

/** @throws when an index holds more than keys: its rows could not be weighed */
export const layoutOf = ({ properties }: TableSpec): TableLayout => ({
  keys: namesOf(properties.KeySchema),
  indexes: properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => {
    if (Projection.ProjectionType !== 'KEYS_ONLY') throw new Error(`${IndexName} holds more than keys`);
    return { index: IndexName, keys: namesOf(KeySchema) };
  }),
});

/** A filtered or counted query as it would be without filter: what is charged is what it reads, not what it answers. */
const unfiltered = (body: Json): Json => {
  const { FilterExpression: _filter, Select: _select, ...rest } = body;
  const words = String(rest['KeyConditionExpression']).split(/[^#:\w]+/);
  const used = (given: unknown) => {
    const kept = Object.entries((given ?? {}) as Json).filter(([name]) => words.includes(name));
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  return {
    ...rest,
    ExpressionAttributeNames: used(rest['ExpressionAttributeNames']),
    ExpressionAttributeValues: used(rest['ExpressionAttributeValues']),
  };
};

/** The SDK tells a function's name as the app that asks. */
const askerOf = (headers: IncomingHttpHeaders): string | undefined =>
  /\bapp\/([\w-]+)/.exec(String(headers['user-agent']))?.[1];

const isFiltered = (body: Json) => body['FilterExpression'] !== undefined || body['Select'] !== undefined;

/** The table's door with a meter behind it: while that is on, every request is weighed by the items it touches. */
export const meterTable = (
  serve: ServeTable,
  table: TableSpec,
  endpoint: () => Promise<string>,
  meter: Meter,
): ServeTable => {
  const layout = layoutOf(table);

  const imageOf = async (Key: WireItem): Promise<WireItem | undefined> => {
    const answer = await callDynamoLocal(await endpoint(), 'GetItem', {
      TableName: table.name,
      Key,
      ConsistentRead: true,
    });
    return answer['Item'] as WireItem | undefined;
  };

  const itemsOf = ({ keys, touch }: NamedTouch): TouchedItem[] =>
    keys.map((key) => ({
      pk: scalarOf(key[layout.keys[0] ?? '']),
      sk: scalarOf(key[layout.keys[1] ?? '']),
      access: touch.kind,
      ...(touch.kind === 'read' ? { read: 0, write: 0 } : capacityUnits(touch, layout)),
    }));

  const note = (
    operation: string,
    body: Json,
    by: string | undefined,
    touches: readonly NamedTouch[],
  ): void => {
    const units = touches.map(({ touch }) => capacityUnits(touch, layout));
    meter.note({
      kind: 'table',
      operation,
      by,
      ...(typeof body['IndexName'] === 'string' && { index: body['IndexName'] }),
      read: units.reduce((sum, { read }) => sum + read, 0),
      write: units.reduce((sum, { write }) => sum + write, 0),
      items: touches.flatMap(itemsOf),
    });
  };

  return async (principal, operation, headers, raw) => {
    if (!meter.on || principal.administrator) return serve(principal, operation, headers, raw);
    const body = JSON.parse(raw.toString('utf8')) as Json;
    const keys = writtenKeys(layout.keys, operation, body);
    const before = await Promise.all(keys.map(imageOf));
    const answer = await serve(principal, operation, headers, raw);
    const after = await Promise.all(keys.map(imageOf));
    const images = keys.map((_key, at) => ({ before: before[at], after: after[at] }));
    if (keys.length === 0 && answer.status !== 200) return answer;
    const shown = isFiltered(body)
      ? await callDynamoLocal(await endpoint(), operation, unfiltered(body))
      : (JSON.parse(answer.body.toString('utf8')) as Json);
    const request = isFiltered(body) ? unfiltered(body) : body;
    note(operation, body, askerOf(headers), readTouchesOf(layout.keys, operation, request, shown, images));
    return answer;
  };
};

import type { AggregateCommit, AggregateFact } from '#shared/aggregate/aggregate.ts';
import { type AggregateShape, entrySk, headerSk, idempotencyKeyOf, partPrefix } from './aggregate-shape.ts';
import { actorChecks, idempotencyPut } from './command-guards.ts';
import { journalItem } from './journal-items.ts';
import { linkConsumption } from './link-consumption.ts';
import { markerRow } from './marker-row.ts';
import { markerPrefix } from './markers.ts';
import type { NamedWrite } from './transact.ts';

type Write = NamedWrite<AggregateFact>;

const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
const unmoved = (version: number) => ({
  ConditionExpression: 'aggregateVersion = :version',
  ExpressionAttributeValues: { ':version': version },
});

const headerAndParts = <Ref, State>(
  shape: AggregateShape<Ref, State>,
  table: string,
  { ref, before, after, entry, salt }: AggregateCommit<Ref, State>,
): Write[] => {
  const pk = shape.partitionOf(ref);
  const { header, parts } = shape.split(after);
  const known = before ? shape.split(before.state).parts : {};
  const changed = Object.entries(parts).filter(
    ([name, content]) => JSON.stringify(content) !== JSON.stringify(known[name]),
  );
  const Item = {
    ...header,
    ...shape.rowsOf(ref, after),
    pk,
    sk: headerSk,
    aggregateVersion: (before?.version ?? 0) + 1,
    head: { seq: entry.content.seq, hash: entry.hash },
    salt,
  };
  return [
    {
      name: 'version',
      item: { Put: { TableName: table, Item, ...(before ? unmoved(before.version) : absent) } },
    },
    ...changed.map(
      ([name, content]): Write => ({
        name: 'other',
        item: { Put: { TableName: table, Item: { ...content, pk, sk: `${partPrefix}${name}` } } },
      }),
    ),
  ];
};

/** The items of one command's transaction: state, entry, what follows, the answer, and whether the actor still stands. */
export const aggregateWrites = <Ref, State>(
  shape: AggregateShape<Ref, State>,
  table: string,
  commit: AggregateCommit<Ref, State>,
  wallMs: number,
): Write[] => {
  const { ref, after, entry, effects, notices, actor, idempotency, linkId } = commit;
  const pk = shape.partitionOf(ref);
  const { seq } = entry.content;
  const place = { pk, sk: entrySk(seq) };
  const entryItem = journalItem(place, entry, wallMs, shape.countedAs?.(ref, after));
  const entryPut: Write = {
    name: 'version',
    item: { Put: { TableName: table, Item: entryItem, ...absent } },
  };
  const marker = (kind: 'effect' | 'notice', index: number, content: object): Write => {
    const place = `${String(seq).padStart(6, '0')}.${index}`;
    const prefix = markerPrefix(kind);
    const row = markerRow(shape.idOf(ref), `${place}#${prefix}`, wallMs);
    return {
      name: 'other',
      item: { Put: { TableName: table, Item: { ...content, ...row, pk, sk: `${prefix}${place}` } } },
    };
  };
  return [
    ...headerAndParts(shape, table, commit),
    entryPut,
    ...effects.map((effect, index) => marker('effect', index, effect)),
    ...notices.map((notice, index) => marker('notice', index, { ...notice, kind: 'process' })),
    ...(shape.beside?.(commit, table) ?? []),
    ...(actor ? actorChecks(table, actor) : []),
    ...(linkId === undefined ? [] : [linkConsumption(table, linkId, wallMs)]),
    ...(idempotency
      ? [idempotencyPut(table, idempotencyKeyOf(shape, idempotency), idempotency, wallMs)]
      : []),
  ];
};

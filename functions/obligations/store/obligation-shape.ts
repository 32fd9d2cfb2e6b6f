import * as z from 'zod/mini';
import { caseId } from '#shared/contracts/common.ts';
import { obligationId } from '#shared/contracts/obligations.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { mlpsLevel } from '#shared/regulation/obligation-spec.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { shardOf } from '#shared/table/keys.ts';
import type { ObligationRef } from '../app/ports.ts';
import { isOpen, type Obligation } from '../domain/obligation-state.ts';

const doer = z.object({ tenant: tenantId, membership: z.string() });
const date = z.string();
const reminder = z.object({ day: z.int(), at: z.string() });
const headerItem = z.object({
  tenant: tenantId,
  obligationId,
  kind: z.string(),
  ruleVersion: z.string(),
  systemId: caseId,
  systemName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  orderId: z.exactOptional(caseId),
  batch: z.exactOptional(z.int()),
  turn: z.int(),
  level: z.exactOptional(mlpsLevel),
  from: date,
  openedAt: z.string(),
  due: z.exactOptional(z.object({ dueOn: date, provisional: z.boolean(), calendarVersion: z.string() })),
  fixed: z.exactOptional(z.object({ until: date, on: date })),
  pauses: z.array(z.object({ from: date, to: z.exactOptional(date) })),
  nextReminder: z.exactOptional(reminder),
  reminded: z.exactOptional(z.object({ day: z.int(), escalated: z.boolean() })),
  performance: z.exactOptional(
    z.object({
      on: date,
      at: z.string(),
      by: doer,
      statement: z.string(),
      level: z.exactOptional(mlpsLevel),
      evidence: z.exactOptional(
        z.object({ fileName: z.string(), type: z.enum(['pdf', 'png', 'jpg']), sha256: z.string() }),
      ),
      recordedWith: z.exactOptional(z.string()),
    }),
  ),
  ended: z.exactOptional(z.object({ at: z.string(), reclamationId: z.exactOptional(z.string()) })),
});
const said = { at: z.string(), by: doer, text: z.string() };
const moveItem = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('explained'), wantedUntil: z.exactOptional(date) }),
  z.object({ ...said, kind: z.enum(['accepted', 'extended']), until: date }),
  z.object({ ...said, kind: z.enum(['refused', 'paused', 'resumed', 'reclaimOrdered', 'reclaimWithdrawn']) }),
  z.object({ kind: z.literal('recomputed'), at: z.string(), from: date, to: date, why: z.array(z.string()) }),
]);

const movePart = (index: number): string => `MOVE#${String(index).padStart(4, '0')}`;
/** Behind every due day. */
const noDueDay = '9999-12-31';

export const obligationPartition = ({ tenant: of, obligationId: id }: ObligationRef): string =>
  `T#${of}#OB#${id}`;
export const listOf = (of: TenantId, state: 'open' | 'closed', organisation?: string): string =>
  `T#${of}#OBLIGATIONS#${state}${organisation === undefined ? '' : `@${organisation}`}`;
/** What is to be reminded of: Shanghai date and one of 16 shards. */
export const dueList = (on: string, shard: number): string =>
  `DUE-OBLIGATIONS#${on}#${String(shard).padStart(2, '0')}`;
/** Of which obligation an item is. */
export const obligationOf = (partition: string): ObligationRef => {
  const [, found = '', , id = ''] = partition.split('#');
  return { tenant: tenantId.parse(found), obligationId: id };
};
export const evidenceSk = 'EVIDENCE';

const placeOf = (obligation: Obligation): string => {
  const { obligationId: id, due, performance, ended, moves } = obligation;
  if (isOpen(obligation)) return `${due?.dueOn ?? noDueDay}#${id}`;
  return `${performance?.at ?? ended?.at ?? moves.at(-1)?.at ?? ''}#${id}`;
};

/** 履约事项: a small header, and a part for each thing said or decided; the file of a record lies apart, put once. */
export const obligationShape = (file?: Uint8Array): AggregateShape<ObligationRef, Obligation> => ({
  partitionOf: obligationPartition,
  idOf: ({ obligationId: id }) => id,
  split: ({ moves, ...header }) => ({
    header,
    parts: Object.fromEntries(moves.map((move, index) => [movePart(index), move])),
  }),
  join: (header, parts) => ({
    ...headerItem.parse(header),
    moves: [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => moveItem.parse(item)),
  }),
  rowsOf: ({ tenant: of, obligationId: id }, obligation) => {
    const state = isOpen(obligation) ? 'open' : 'closed';
    const place = placeOf(obligation);
    const { nextReminder, organisation } = obligation;
    return {
      g1pk: listOf(of, state, organisation.id),
      g1sk: place,
      g3pk: listOf(of, state),
      g3sk: place,
      ...(nextReminder
        ? {
            g2pk: dueList(shanghaiDateOf(new Date(nextReminder.at)), shardOf(id)),
            g2sk: `${nextReminder.at}#${id}`,
          }
        : {}),
    };
  },
  beside: ({ ref }, table) =>
    file
      ? [
          {
            name: 'other',
            item: {
              Put: {
                TableName: table,
                Item: { pk: obligationPartition(ref), sk: evidenceSk, content: file },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          },
        ]
      : [],
});

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { disposalMeasure, planParty } from '#shared/regulation/reclamation-spec.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import type { RectificationRef } from '../app/ports.ts';
import type { Rectification } from '../domain/rectification-state.ts';
import { dueItem, doer as membership, named } from './reclamation-shape.ts';

const doer = z.object({ ...membership.shape, person: z.string() });
const headerItem = z.object({
  tenant: tenantId,
  rectificationId: z.string(),
  systemId: z.string(),
  systemName: z.string(),
  organisation: named,
  ruleVersion: z.string(),
  authority: z.enum(['county', 'city']),
  recorded: z.object({ at: z.string(), by: doer }),
  due: z.exactOptional(dueItem),
  noticedDueOn: z.exactOptional(z.string()),
  requirement: z.exactOptional(
    z.object({ document: z.string(), dueOn: z.string(), lapsedAt: z.exactOptional(z.string()) }),
  ),
  endedAt: z.exactOptional(z.string()),
});
const file = z.exactOptional(
  z.object({ fileName: z.string(), type: z.enum(['pdf', 'png', 'jpg']), sha256: z.string() }),
);
const word = { at: z.string(), by: doer, text: z.string() };
const wordsItem = z.object({
  finding: z.object({
    kind: z.string(),
    title: z.string(),
    clause: z.string(),
    breach: z.boolean(),
    reason: z.string(),
    evidence: z.string(),
    file,
  }),
  review: z.exactOptional(z.object({ ...word, warned: z.boolean() })),
  statements: z.array(z.object({ ...word, kind: z.enum(['mended', 'extension']), file })),
  judgements: z.array(
    z.object({
      ...word,
      verdict: z.enum(['rectified', 'notYet', 'extended']),
      answers: z.int(),
      dueOn: z.exactOptional(z.string()),
    }),
  ),
  disposals: z.array(
    z.object({
      ...word,
      measure: disposalMeasure,
      opinions: z.array(z.object({ ...word, party: planParty, agrees: z.boolean() })),
      decision: z.exactOptional(z.object({ ...word, approved: z.boolean() })),
      executed: z.exactOptional(z.object({ at: z.string(), evidence: z.string() })),
      restored: z.exactOptional(z.literal(true)),
    }),
  ),
});
const wordsPart = 'WORDS';

export const rectificationsOf = (tenant: TenantId): string => `T#${tenant}#RECTIFICATIONS`;
export const rectificationsOfDepartment = (tenant: TenantId, organisation: string): string =>
  `T#${tenant}#RECTIFICATIONS@${organisation}`;

const partition = ({ tenant, rectificationId }: RectificationRef): string =>
  `T#${tenant}#RF#${rectificationId}`;
const evidenceKey = (ref: RectificationRef, place: number) => ({
  pk: partition(ref),
  sk: `EVIDENCE#${String(place).padStart(4, '0')}`,
});

/** 整改: facts in the header, everything that people said apart. */
export const rectificationShape: AggregateShape<RectificationRef, Rectification> = {
  partitionOf: partition,
  idOf: ({ rectificationId }) => rectificationId,
  split: ({ finding, review, statements, judgements, disposals, ...header }) => ({
    header,
    parts: {
      [wordsPart]: { finding, ...(review ? { review } : {}), statements, judgements, disposals },
    },
  }),
  join: (header, parts) => ({ ...headerItem.parse(header), ...wordsItem.parse(parts.get(wordsPart)) }),
  rowsOf: ({ tenant, rectificationId }, { organisation }) => ({
    g1pk: rectificationsOfDepartment(tenant, organisation.id),
    g1sk: rectificationId,
    g3pk: rectificationsOf(tenant),
    g3sk: rectificationId,
  }),
};

/**
 * The same with a file that lies apart and is put once: the finding's in place 0, behind it the department's statements by
 * their number.
 */
export const rectificationShapeWith = (
  content: Uint8Array,
): AggregateShape<RectificationRef, Rectification> => ({
  ...rectificationShape,
  beside: ({ ref, after }, table) => [
    {
      name: 'other',
      item: {
        Put: {
          TableName: table,
          Item: { ...evidenceKey(ref, after.statements.length), content },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    },
  ],
});

const evidenceItem = z.object({ content: z.instanceof(Uint8Array) });

/** The file in a place; undefined where there is none. */
export const readFindingEvidence =
  (client: Pick<DynamoDBDocumentClient, 'send'>, table: string) =>
  async (ref: RectificationRef, place: number): Promise<Uint8Array | undefined> => {
    const Key = evidenceKey(ref, place);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && evidenceItem.parse(Item).content;
  };

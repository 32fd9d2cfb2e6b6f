import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { AggregateCommit, AggregateFact } from '#shared/aggregate/aggregate.ts';
import { normalisedCode } from '#shared/kernel/secret-code.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import type { Key } from '#shared/table/keys.ts';
import { listParts, rowsOfParts } from '#shared/table/list-parts.ts';
import { resourceRows } from '#shared/table/resource-rows.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import { waitsItem } from '#shared/table/wait-items.ts';
import type { IssuedFile, ReclamationRef } from '../app/ports.ts';
import type { Claims } from '../domain/claims.ts';
import { type Reclamation, reclamationOutcomes, reclamationSteps } from '../domain/reclamation-state.ts';
import { claimWrite, releaseWrite } from './claim-store.ts';

export const doer = z.object({ tenant: tenantId, membership: z.string() });
export const named = z.object({ id: z.string(), name: z.string() });
export const dueItem = z.object({
  dueOn: z.string(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  clause: z.string(),
});
const said = { at: z.string(), by: doer, reason: z.string() };
const headerItem = z.object({
  tenant: tenantId,
  reclamationId: z.string(),
  systemId: z.string(),
  systemName: z.string(),
  organisation: named,
  ruleVersion: z.string(),
  provider: z.exactOptional(named),
  caseId: z.exactOptional(z.string()),
  cause: z.enum(['shutdown', 'rectification', 'overdueGoLive', 'security', 'windowEnded']),
  authority: z.enum(['county', 'city']),
  notice: z.object({
    from: z.string(),
    calendarVersion: z.string(),
    actOn: z.string(),
    actOnProvisional: z.exactOptional(z.literal(true)),
    due: z.exactOptional(dueItem),
    graceClause: z.exactOptional(z.string()),
  }),
  movedAt: z.exactOptional(z.string()),
  acknowledged: z.exactOptional(z.object({ at: z.string(), by: doer, byForm: z.boolean() })),
  restoreEndedAt: z.exactOptional(z.string()),
  endedAt: z.exactOptional(z.string()),
});
const reclamationWaits = waitsItem(reclamationSteps, reclamationOutcomes);
const wordsItem = z.object({
  decision: z.object(said),
  executed: z.exactOptional(
    z.object({ at: z.string(), by: doer, evidence: z.string(), erasure: z.exactOptional(z.string()) }),
  ),
  erasureConfirmed: z.exactOptional(z.object({ at: z.string(), by: doer, note: z.string() })),
  certificate: z.exactOptional(
    z.object({
      number: z.string(),
      code: z.string(),
      issuedAt: z.string(),
      by: doer,
      digest: z.string(),
      revoked: z.exactOptional(z.object(said)),
    }),
  ),
  restored: z.exactOptional(z.object(said)),
});
const listItem = z.object({
  archived: z.array(
    z.object({
      name: z.string(),
      lastUsedOn: z.string(),
      receiver: z.string(),
      receiverKind: z.enum(['archive', 'office']),
      handedOn: z.string(),
      receipt: z.string(),
    }),
  ),
});

const wordsPart = 'WORDS';
const listPart = 'LIST';
const resourcesPart = 'RESOURCES';
const waitsPart = 'WAITS';

export const reclamationsOf = (of: TenantId): string => `T#${of}#RECLAMATIONS`;
export const reclamationsOfDepartment = (of: TenantId, organisation: string): string =>
  `T#${of}#RECLAMATIONS@${organisation}`;
/** Those whose days a published notice may still move. */
export const reclamationsWithClock = (of: TenantId): string => `T#${of}#RECLAMATION-CLOCKS`;
const partition = ({ tenant: of, reclamationId }: ReclamationRef): string => `T#${of}#RC#${reclamationId}`;
/** The issued file, beside the aggregate that it belongs to. */
export const fileKey = (ref: ReclamationRef): Key => ({ pk: partition(ref), sk: 'CERTIFICATE' });

/** Where whoever holds the paper finds it: number and code together, neither of them alone. */
export const publicKey = (number: string, code: string): Key => ({
  pk: `L#${createHash('sha256')
    .update(`certificate\n${number.trim()}\n${normalisedCode(code)}`)
    .digest('hex')}`,
  sk: 'CERTIFICATE',
});

interface Beside {
  /** Kept with its certificate. */
  readonly issued?: () => IssuedFile | undefined;
  /** What an opening rests on. */
  readonly seen?: () => Claims | undefined;
}

const claimWrites = (
  { before, after }: AggregateCommit<ReclamationRef, Reclamation>,
  table: string,
  seen: Beside['seen'],
): readonly NamedWrite<AggregateFact>[] => {
  if (before) {
    const ends = before.state.endedAt === undefined && after.endedAt !== undefined;
    return ends ? [releaseWrite(table, after)] : [];
  }
  const claims = seen?.();
  if (!claims) throw new Error('a reclamation opens on the claims that were seen');
  return [claimWrite(table, claims, after)];
};

/** 回收: facts in the header, people's words and the list of resources apart. */
export const reclamationShape = ({
  issued,
  seen,
}: Beside = {}): AggregateShape<ReclamationRef, Reclamation> => ({
  partitionOf: partition,
  idOf: ({ reclamationId }) => reclamationId,
  split: ({
    resources,
    archived,
    decision,
    executed,
    erasureConfirmed,
    certificate,
    restored,
    waits,
    ...header
  }) => ({
    header,
    parts: {
      [listPart]: { archived },
      ...listParts(resourcesPart, resources),
      ...(waits.length > 0 ? { [waitsPart]: { waits } } : {}),
      [wordsPart]: {
        decision,
        ...(executed ? { executed } : {}),
        ...(erasureConfirmed ? { erasureConfirmed } : {}),
        ...(certificate ? { certificate } : {}),
        ...(restored ? { restored } : {}),
      },
    },
  }),
  join: (header, parts) => ({
    ...headerItem.parse(header),
    ...wordsItem.parse(parts.get(wordsPart)),
    ...listItem.parse(parts.get(listPart)),
    resources: rowsOfParts(resourcesPart, parts, (item) => resourceRows.parse(item)),
    ...reclamationWaits.parse(parts.get(waitsPart) ?? { waits: [] }),
  }),
  rowsOf: ({ tenant: of, reclamationId }, { organisation, executed, endedAt }) => ({
    ...(executed || endedAt !== undefined ? {} : { g2pk: reclamationsWithClock(of), g2sk: reclamationId }),
    g1pk: reclamationsOfDepartment(of, organisation.id),
    g1sk: reclamationId,
    g3pk: reclamationsOf(of),
    g3sk: reclamationId,
  }),
  beside: (commit, table) => {
    const { ref, before, after } = commit;
    const claims = claimWrites(commit, table, seen);
    const file = issued?.();
    const { certificate } = after;
    if (!file || !certificate || before?.state.certificate) return claims;
    const put = (key: Key, content: object) => ({
      name: 'other' as const,
      item: {
        Put: {
          TableName: table,
          Item: { ...key, ...content },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    });
    return [
      ...claims,
      put(fileKey(ref), { content: file.content }),
      put(publicKey(certificate.number, certificate.code), { ...file.shown }),
    ];
  },
});

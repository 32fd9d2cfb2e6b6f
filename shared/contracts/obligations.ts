import * as z from 'zod/mini';
import { mlpsLevel } from '#shared/regulation/obligation-spec.ts';
import {
  caseId,
  caseIdPattern,
  cursor,
  isoDate,
  isoInstant,
  pageSize,
  smallFile,
  tenantId,
  text,
} from './common.ts';

/** Tells the case and its batch, or the system, then the kind and which time it is. */
export const obligationId = z
  .string()
  .check(
    z.maxLength(120),
    z.regex(new RegExp(`^${caseIdPattern}(-b[1-9]\\d{0,2})?-[a-zA-Z]{1,40}(-[1-9]\\d{0,3})?$`)),
  );
export const obligationParams = z.strictObject({ obligationId });

/** What of the list is shown: what is open, what of it is late, near or explained, or what is done. */
export const obligationShow = z.enum(['open', 'overdue', 'soon', 'explained', 'done']);
export const obligationQuery = z.strictObject({
  tenant: z.exactOptional(tenantId),
  show: z.exactOptional(obligationShow),
  kind: z.exactOptional(z.string().check(z.regex(/^[a-zA-Z]{1,40}$/))),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});

const who = z.object({ name: z.string(), organisation: z.string() });

/** 正常 / 将到期 / 已超期 / 已暂停, a pledge that was not kept, or done in time or late, or ended with its resources; `none`: without a limit. */
export const obligationLight = z.enum([
  'none',
  'normal',
  'soon',
  'overdue',
  'paused',
  'reminded',
  'met',
  'missed',
  'ended',
]);
const due = z.object({
  dueOn: isoDate,
  provisional: z.boolean(),
  clause: z.string(),
  /** Working days left; negative when it is late. */
  daysLeft: z.int(),
});

export const obligationStatus = z.enum(['open', 'paused', 'performed', 'reclaimOrdered', 'ended']);
export const obligationLapse = z.enum(['mayReclaim', 'lists', 'reminds']);

export const obligationSummary = z.object({
  obligationId,
  kind: z.string(),
  title: z.string(),
  clause: z.string(),
  systemId: caseId,
  systemName: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** The opening order that it follows from, and the batch. */
  orderId: z.exactOptional(caseId),
  batch: z.exactOptional(z.int()),
  turn: z.int(),
  status: obligationStatus,
  statusLabel: z.string(),
  light: obligationLight,
  word: z.string(),
  due: z.exactOptional(due),
  lapse: obligationLapse,
  /** Whose word is waited for. */
  waitsFor: z.enum(['department', 'judge', 'nobody']),
  performedOn: z.exactOptional(isoDate),
});
export type ObligationSummary = z.infer<typeof obligationSummary>;

export const obligationList = z.object({
  items: z.array(obligationSummary),
  /** Kinds that the rules know, for the filter. */
  kinds: z.array(z.object({ kind: z.string(), title: z.string() })),
  nextCursor: z.exactOptional(z.string()),
});
export type ObligationList = z.infer<typeof obligationList>;

const move = z.object({
  kind: z.enum([
    'explained',
    'accepted',
    'refused',
    'extended',
    'paused',
    'resumed',
    'reclaimOrdered',
    'reclaimWithdrawn',
    'recomputed',
  ]),
  label: z.string(),
  at: isoInstant,
  by: z.exactOptional(who),
  text: z.exactOptional(z.string()),
  /** The date asked for or set. */
  until: z.exactOptional(isoDate),
});

export const obligationVerdict = z.enum(['accept', 'refuse', 'extend', 'pause', 'resume', 'reclaim']);

export const obligationView = z.object({
  ...obligationSummary.shape,
  version: z.int(),
  openedAt: isoInstant,
  /** The arithmetic behind the date. */
  reckoning: z.exactOptional(
    z.object({
      from: isoDate,
      /** E.g. 15 个工作日; absent where a decision set the date. */
      limit: z.exactOptional(z.string()),
      calendarVersion: z.string(),
      skipped: z.array(z.object({ date: isoDate, reason: z.string() })),
      pauses: z.array(z.object({ from: isoDate, to: z.exactOptional(isoDate) })),
    }),
  ),
  lapseClause: z.string(),
  asksLevel: z.boolean(),
  /** Recorded together with another, and which. */
  metBy: z.exactOptional(z.string()),
  moves: z.array(move),
  performance: z.exactOptional(
    z.object({
      on: isoDate,
      at: isoInstant,
      by: z.exactOptional(who),
      statement: z.string(),
      level: z.exactOptional(mlpsLevel),
      evidence: z.exactOptional(z.object({ fileName: z.string(), sha256: z.string() })),
    }),
  ),
  /** When it is owed again, once it has been recorded. */
  nextDueOn: z.exactOptional(isoDate),
  may: z.array(z.union([z.literal('perform'), z.literal('explain'), obligationVerdict])),
});
export type ObligationView = z.infer<typeof obligationView>;

export const obligationAnswer = z.object({
  obligationId,
  version: z.int(),
  status: obligationStatus,
});
export type ObligationAnswer = z.infer<typeof obligationAnswer>;

export const performBody = z.strictObject({
  on: isoDate,
  statement: text(500),
  level: z.exactOptional(mlpsLevel),
  file: z.exactOptional(smallFile),
});
export type PerformBody = z.infer<typeof performBody>;

export const explainBody = z.strictObject({ text: text(500), wantedUntil: z.exactOptional(isoDate) });

export const judgeBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.enum(['accept', 'extend']), until: isoDate, reason: text(500) }),
  z.strictObject({ verdict: z.enum(['refuse', 'reclaim', 'pause', 'resume']), reason: text(500) }),
]);

import * as z from 'zod/mini';
import { caseId, isoDate, isoInstant, tenantId, text } from './common.ts';

const noticeDate = z.iso
  .date()
  .check(
    z.refine(
      (date) => date >= '2000-01-01' && date <= '2199-12-31',
      '日期须在 2000-01-01 与 2199-12-31 之间',
    ),
  );

/** 休 or 班 from the first to the last day, both included. */
export const noticeRange = z.strictObject({
  from: noticeDate,
  to: noticeDate,
  kind: z.enum(['holiday', 'workday']),
  /** The occasion, e.g. 春节; shown wherever the day is skipped. */
  reason: text(40),
});
export type NoticeRange = z.infer<typeof noticeRange>;

/** A notice as it is published: the State Council's (`national`), or the publisher's own (`local`). */
export const noticeBody = z.strictObject({
  kind: z.enum(['national', 'local']),
  title: text(100),
  /** 文号. */
  number: z.exactOptional(text(60)),
  issuedOn: noticeDate,
  ranges: z.array(noticeRange).check(z.minLength(1), z.maxLength(80)),
});
export type NoticeBody = z.infer<typeof noticeBody>;

/** One immutable version of a city's calendar, by the notice that made it. */
export const calendarVersion = z.extend(noticeBody, {
  version: z.int(),
  /** Whose days they are: a city or a county; absent for the nation's. */
  scope: z.optional(z.string()),
  scopeName: z.string(),
  publishedAt: isoInstant,
  /** Absent when it was published at the command line. */
  publishedBy: z.optional(z.object({ name: z.string(), organisation: z.string() })),
  /** Its recomputation is not over; told to whoever may follow it. */
  unfinished: z.optional(z.boolean()),
});

export const calendarList = z.object({
  /** Newest version; what `If-Match` names when the next notice is published. 0: only the national base. */
  version: z.int(),
  /** Name of the base data, e.g. `chinese-days@1.5.7`. */
  base: z.string(),
  /** Newest first. */
  versions: z.array(calendarVersion),
  /** What the caller may publish; empty for everybody who may only read. */
  mayPublish: z.array(z.enum(['national', 'local'])),
});
export type CalendarList = z.infer<typeof calendarList>;

export const movedTarget = z.object({
  caseId,
  number: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  stageTitle: z.string(),
  from: isoDate,
  /** The same day when the date only becomes firm. */
  to: isoDate,
  provisional: z.boolean(),
});

/** 试算: what a notice would move, before anybody confirms it. */
export const noticePreview = z.object({
  lookedAt: z.int(),
  moved: z.int(),
  /** Whether every case with an open clock was looked at. */
  complete: z.boolean(),
  /** The first twenty. */
  items: z.array(movedTarget),
});
export type NoticePreview = z.infer<typeof noticePreview>;

export const noticePublished = z.object({ version: z.int() });

export const versionParams = z.strictObject({
  version: z.coerce.number().check(z.int(), z.gte(1), z.lte(999_999)),
});

/** What has days that move with the calendar. */
export const clockKind = z.enum(['case', 'obligation', 'order', 'reclamation']);
export type ClockKind = z.infer<typeof clockKind>;

/**
 * 重算进度. `merged`: a later version took the rest over. `settling`: all looked at, one last look is due. `retrying`:
 * some could not be recomputed and are tried again.
 */
export const recomputationView = z.object({
  version: z.int(),
  state: z.enum(['running', 'settling', 'retrying', 'done', 'merged']),
  startedAt: isoInstant,
  finishedAt: z.optional(isoInstant),
  /** When those that failed are tried again, at the earliest. */
  retryAfter: z.optional(isoInstant),
  lookedAt: z.int(),
  moved: z.int(),
  failedCount: z.int(),
  /** The first fifty that could not be recomputed. */
  failed: z.array(
    z.object({
      kind: clockKind,
      id: z.string(),
      tenant: tenantId,
      tenantName: z.string(),
      reason: z.string(),
    }),
  ),
});
export type RecomputationView = z.infer<typeof recomputationView>;

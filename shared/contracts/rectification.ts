import * as z from 'zod/mini';
import { disposalMeasure, planParty } from '#shared/regulation/reclamation-spec.ts';
import { caseId, isoDate, isoInstant, paragraphs, smallFile, tenantId, text } from './common.ts';
import { dueLight, who } from './reclamation.ts';
import { systemId } from './registry.ts';

export const rectificationParams = z.strictObject({ rectificationId: caseId });
/** 0: the finding's file; from 1 on those of the department's statements. */
export const evidenceParams = z.strictObject({
  rectificationId: caseId,
  place: z.coerce.number().check(z.int(), z.gte(0), z.lte(9999)),
});
const evidenceFile = z.exactOptional(z.object({ fileName: z.string(), sha256: z.string() }));

export const rectificationStatus = z.enum([
  'required',
  'proposed',
  'dismissed',
  'warned',
  'deciding',
  'executing',
  'suspended',
  'rectified',
  'disposed',
]);

export const rectificationSummary = z.object({
  rectificationId: caseId,
  systemId,
  systemName: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  finding: z.object({ kind: z.string(), title: z.string(), clause: z.string() }),
  status: rectificationStatus,
  statusLabel: z.string(),
  recordedAt: isoInstant,
  /** 整合要求 whose day it waits for, or waited. */
  requirement: z.exactOptional(z.object({ document: z.string(), dueOn: isoDate })),
  due: z.exactOptional(dueLight),
});
export type RectificationSummary = z.infer<typeof rectificationSummary>;
export const rectificationList = z.object({
  items: z.array(rectificationSummary),
  /** Situations that the reader may record; none where it is not theirs. */
  mayRecord: z.array(
    z.object({ id: z.string(), title: z.string(), mayBeDue: z.exactOptional(z.literal(true)) }),
  ),
  nextCursor: z.exactOptional(z.string()),
});

export type RectificationList = z.infer<typeof rectificationList>;

const word = { at: isoInstant, by: z.exactOptional(who), text: z.string() };
export const rectificationAct = z.enum(['warn', 'dismiss', 'state', 'judge', 'propose', 'review', 'decide']);

export const rectificationView = z.object({
  ...rectificationSummary.shape,
  version: z.int(),
  reason: z.string(),
  evidence: z.string(),
  evidenceFile,
  breach: z.boolean(),
  /** 主管部门: which level decides. */
  authority: z.enum(['county', 'city']),
  review: z.exactOptional(z.object({ ...word, warned: z.boolean() })),
  /** 整改期限 as the papers name it, over or not: the notice's own day, and the last that was granted. */
  limit: z.exactOptional(z.object({ noticedDueOn: isoDate, dueOn: isoDate, clause: z.string() })),
  statements: z.array(z.object({ ...word, kind: z.enum(['mended', 'extension']), file: evidenceFile })),
  judgements: z.array(
    z.object({
      ...word,
      verdict: z.enum(['rectified', 'notYet', 'extended']),
      dueOn: z.exactOptional(isoDate),
    }),
  ),
  disposals: z.array(
    z.object({
      ...word,
      measure: disposalMeasure,
      measureLabel: z.string(),
      opinions: z.array(z.object({ ...word, party: planParty, agrees: z.boolean() })),
      decision: z.exactOptional(z.object({ ...word, approved: z.boolean() })),
      executed: z.exactOptional(z.object({ at: isoInstant, evidence: z.string() })),
      restored: z.exactOptional(z.literal(true)),
    }),
  ),
  /** Where it was decided to take the resources back. */
  reclamationId: z.exactOptional(caseId),
  dataLoss: z.object({ text: z.string(), clause: z.string() }),
  measures: z.array(z.object({ id: disposalMeasure, label: z.string() })),
  /** The notice sets its own day where the rules give none. */
  asksDue: z.boolean(),
  /** Opinions on the proposed disposal without which it is not approved. */
  missingOpinions: z.array(planParty),
  may: z.array(rectificationAct),
});
export type RectificationView = z.infer<typeof rectificationView>;

export const rectificationAnswer = z.object({
  rectificationId: caseId,
  version: z.int(),
  status: rectificationStatus,
});
export type RectificationAnswer = z.infer<typeof rectificationAnswer>;

export const findingBody = z.strictObject({
  systemId,
  /** One of the situations of the rules. */
  kind: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
  reason: paragraphs(2000),
  evidence: paragraphs(2000),
  file: z.exactOptional(smallFile),
  /** 整合要求 with its source: proposed once its day is over unfulfilled, and not before. */
  requirement: z.exactOptional(z.strictObject({ document: text(200), dueOn: isoDate })),
});
export type FindingBody = z.infer<typeof findingBody>;

const words = paragraphs(2000);
export const rectificationActBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('warn'), text: words, dueOn: z.exactOptional(isoDate) }),
  z.strictObject({ kind: z.literal('dismiss'), text: words }),
  /** 整改说明, or a request for more time. */
  z.strictObject({
    kind: z.literal('state'),
    of: z.enum(['mended', 'extension']),
    text: words,
    file: z.exactOptional(smallFile),
  }),
  /** 复测 and answers to such requests. */
  z.strictObject({
    kind: z.literal('judge'),
    verdict: z.enum(['rectified', 'notYet', 'extended']),
    text: words,
    dueOn: z.exactOptional(isoDate),
  }),
  z.strictObject({ kind: z.literal('propose'), measure: disposalMeasure, text: words }),
  z.strictObject({ kind: z.literal('review'), agrees: z.boolean(), text: words }),
  z.strictObject({ kind: z.literal('decide'), approved: z.boolean(), text: words }),
]);
export type RectificationActBody = z.infer<typeof rectificationActBody>;

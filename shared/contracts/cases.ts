import * as z from 'zod/mini';
import { caseKind } from '#shared/regulation/profile.ts';
import { caseId, caseIdPattern, cursor, isoInstant, pageSize, paragraphs, tenantId, text } from './common.ts';

export const caseStatus = z.enum([
  'draft',
  'confirming',
  'reviewing',
  'rechecking',
  'correcting',
  'moving',
  'completed',
  'rejected',
  'withdrawn',
]);
export type CaseStatus = z.infer<typeof caseStatus>;

export const caseSummary = z.object({
  caseId,
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  kind: caseKind,
  systemName: z.string(),
  status: caseStatus,
  statusLabel: z.string(),
  /** 轮次: 0 until the first submission. */
  round: z.int(),
  version: z.int(),
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const assessedLine = z.strictObject({
  lineNo: z.int().check(z.gte(1), z.lte(1000)),
  /** 评估数量: what the reviewer holds reasonable. */
  quantity: z.int().check(z.gte(0), z.lte(1_000_000)),
  opinion: z.optional(paragraphs(500)),
});
export type AssessedLine = z.infer<typeof assessedLine>;

export const verb = z.enum(['approve', 'return', 'reject']);
export type Verb = z.infer<typeof verb>;

const actorView = z.object({ name: z.string(), organisation: z.string(), roleLabel: z.string() });

export const taskView = z.object({
  taskId: z.string(),
  step: z.string(),
  stepTitle: z.string(),
  stage: z.string(),
  stageTitle: z.string(),
  round: z.int(),
  holderLabel: z.string(),
  openedAt: isoInstant,
  /** 办理参考时间: a local service target, not a legal deadline. */
  targetOn: z.optional(z.string()),
  targetProvisional: z.optional(z.boolean()),
  state: z.enum(['open', 'closed']),
  /** What the caller may do with it now; empty when it is not theirs. */
  verbs: z.array(verb),
  /** An assessed quantity for every line and an opinion are required to approve. */
  assesses: z.boolean(),
  decision: z.optional(
    z.object({
      outcome: z.string(),
      outcomeLabel: z.string(),
      opinion: z.optional(z.string()),
      at: isoInstant,
      by: actorView,
      assessments: z.optional(z.array(assessedLine)),
    }),
  ),
});
export type TaskView = z.infer<typeof taskView>;

/** 环节: one entry of the route line; who holds it, since when, until when. */
export const routeStepView = z.object({
  step: z.string(),
  title: z.string(),
  clause: z.string(),
  state: z.enum(['done', 'now', 'next']),
  visits: z.array(
    z.object({
      openedAt: isoInstant,
      closedAt: z.optional(isoInstant),
      outcomeLabel: z.optional(z.string()),
    }),
  ),
});

const sectionContent = z.record(z.string(), z.unknown());

export const sectionView = z.object({
  section: z.string(),
  /** Entity tag of the section, to be sent as `If-Match` when saving it again. */
  version: z.int(),
  content: sectionContent,
});

export const caseView = z.extend(caseSummary, {
  route: z.array(routeStepView),
  tasks: z.array(taskView),
  /** Draft or correction: sections as typed. Submitted: as frozen for the shown round. */
  sections: z.array(sectionView),
  frozen: z.boolean(),
  /** SM3 over the form's content; the confirmation names it, so that an edit voids it. */
  formDigest: z.string(),
  /** Cost of a month of what is asked for; of a submitted round at the prices of its day. */
  monthlyCostFen: z.int(),
  /** The same for the quantities last assessed, once somebody has assessed them. */
  assessedCostFen: z.optional(z.int()),
  /** Price of one unit for one month of each product in the table: of a submitted round as on its day. */
  prices: z.array(z.object({ productId: z.string(), unitPriceFen: z.int() })),
  /** Version of the catalogue that the prices are from. */
  catalogueVersion: z.string(),
  ruleVersion: z.optional(z.string()),
  ruleTitle: z.string(),
  /** What the caller may do with the case as a whole. */
  may: z.array(z.enum(['edit', 'requestConfirmation', 'withdraw', 'verifyJournal'])),
  confirmation: z.optional(z.object({ by: actorView, at: isoInstant, digest: z.string(), round: z.int() })),
});
export type CaseView = z.infer<typeof caseView>;

export const createCaseBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cloudApplication'), systemName: text(100) }),
  /** Of the unit itself, so it names no system. */
  z.strictObject({ kind: z.literal('platformAccount') }),
]);

export const caseParams = z.strictObject({ caseId });
export const sectionParams = z.strictObject({
  caseId,
  section: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
});
export const taskParams = z.strictObject({
  caseId,
  taskId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/)),
});

export const sectionSaved = z.object({ section: z.string(), version: z.int() });

export const withdrawBody = z.strictObject({ reason: paragraphs(500) });

export const decisionBody = z.strictObject({
  verb,
  opinion: z.optional(paragraphs(2000)),
  assessments: z.optional(z.array(assessedLine).check(z.maxLength(1000))),
  /** Required when confirming: the digest of the form that the person was shown. */
  formDigest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** What every command answers: the case's new version, and `after` for the caller's next read of the worklist. */
export const commandAnswer = z.object({ caseId, version: z.int(), status: caseStatus, after: z.string() });
export type CommandAnswer = z.infer<typeof commandAnswer>;

export const caseListQuery = z.strictObject({
  /** A county's tenant id; only city roles may name another than their own. */
  tenant: z.optional(tenantId),
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
});
export const caseList = z.object({ items: z.array(caseSummary), nextCursor: z.optional(z.string()) });

export const taskListQuery = z.strictObject({
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
  /** `caseId@version` from the caller's last command: its effect is always part of the answer. */
  after: z.optional(z.string().check(z.regex(new RegExp(`^${caseIdPattern}@\\d{1,9}$`)))),
});
export const workItem = z.object({ task: taskView, case: caseSummary });
export type WorkItem = z.infer<typeof workItem>;
export const taskList = z.object({ items: z.array(workItem), nextCursor: z.optional(z.string()) });

export const journalQuery = z.strictObject({ cursor: z.optional(cursor), limit: z.optional(pageSize) });
export const journalEntryView = z.object({
  seq: z.int(),
  at: isoInstant,
  /** One Chinese sentence that says what happened. */
  text: z.string(),
  actor: z.optional(actorView),
  via: z.string(),
  hash: z.string(),
});
export type JournalEntryView = z.infer<typeof journalEntryView>;
export const journalPage = z.object({ items: z.array(journalEntryView), nextCursor: z.optional(z.string()) });
export const journalVerification = z.object({
  intact: z.boolean(),
  entries: z.int(),
  headHash: z.string(),
  /** The first entry that cannot be trusted, when the chain is broken. */
  firstBroken: z.optional(z.object({ seq: z.int(), reason: z.enum(['missing', 'altered', 'head-differs']) })),
});

import * as z from 'zod/mini';
import { caseKind } from '#shared/regulation/case-rules.ts';
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

/** 不等同说明: why a purchase beside the cloud is not what the catalogue offers. */
export const nonEquivalence = z.strictObject({
  /** Row of 另行采购内容, from 1. */
  purchase: z.int().check(z.gte(1), z.lte(1000)),
  reason: paragraphs(500),
});
export type NonEquivalence = z.infer<typeof nonEquivalence>;

export const verb = z.enum(['approve', 'return', 'reject']);
export type Verb = z.infer<typeof verb>;

const actorView = z.object({ name: z.string(), organisation: z.string(), roleLabel: z.string() });

/** 正常 / 将到期 / 已超期 / 已暂停, by the business day and the tenant's working calendar. */
export const dueLight = z.object({
  state: z.enum(['normal', 'soon', 'overdue', 'paused']),
  word: z.string(),
  /** Working days left; 0 on the last day, negative once late. Absent while paused. */
  daysLeft: z.optional(z.int()),
});
export type DueLight = z.infer<typeof dueLight>;

/** Somebody who may be asked, or handed a task. */
export const colleagueView = z.object({
  membership: z.string(),
  name: z.string(),
  organisation: z.string(),
  roleLabel: z.string(),
});

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
  /** How the open task stands to its reference time. */
  light: z.optional(dueLight),
  /** Working days it has been, or was, on this desk; 0 within one day. */
  workingDays: z.int(),
  /** How the target was last moved by a holiday notice. */
  targetMove: z.optional(
    z.object({
      from: z.string(),
      /** The same day when it has only become firm. */
      to: z.string(),
      why: z.array(z.string()),
      calendarVersion: z.string(),
      at: isoInstant,
      /** The post that was told. */
      told: z.string(),
    }),
  ),
  /** The arithmetic behind an open target: working days after the day of opening, and what was passed over. */
  deadline: z.optional(
    z.object({
      from: z.string(),
      amount: z.int(),
      clause: z.string(),
      calendarVersion: z.string(),
      skipped: z.array(z.object({ date: z.string(), reason: z.string() })),
    }),
  ),
  state: z.enum(['open', 'closed']),
  /** What the caller may do with it now; empty when it is not theirs. */
  verbs: z.array(verb),
  /** What the caller may do with it beside deciding. */
  may: z.array(z.enum(['transfer', 'askSigners'])),
  /** Where the route leads a return, e.g. 退回申请单位; absent when it cannot be returned. */
  returnLabel: z.optional(z.string()),
  /** Earlier stages of the same step that it may be returned to. */
  returnTo: z.array(z.object({ stage: z.string(), title: z.string() })),
  /** What a countersigner is asked; absent in the stages of the route. */
  question: z.optional(z.string()),
  /** 转办: who handed it to the one who holds it, and why. */
  handedOver: z.optional(z.object({ by: actorView, at: isoInstant, reason: z.string() })),
  /** When it was last urged. */
  urgedAt: z.optional(isoInstant),
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
      nonEquivalence: z.optional(z.array(nonEquivalence)),
    }),
  ),
});
export type TaskView = z.infer<typeof taskView>;

/** One desk of a visit: who holds or held it, since when, until when, how long. */
export const deskView = z.object({
  taskId: z.string(),
  stageTitle: z.string(),
  /** The role while it waits, the person once it was decided. */
  holder: z.string(),
  organisation: z.optional(z.string()),
  openedAt: isoInstant,
  closedAt: z.optional(isoInstant),
  outcomeLabel: z.optional(z.string()),
  workingDays: z.int(),
  targetOn: z.optional(z.string()),
  targetProvisional: z.optional(z.boolean()),
  light: z.optional(dueLight),
});
export type DeskView = z.infer<typeof deskView>;

/** 环节: one entry of the route line, in the order in which an application passes; 补正 stands before what follows it. */
export const routeStepView = z.object({
  step: z.string(),
  title: z.string(),
  clause: z.string(),
  state: z.enum(['done', 'now', 'next']),
  /** Who holds it, or will, by role. */
  holderLabels: z.array(z.string()),
  /** 已暂停: on the step that returned the case, while the applicant corrects. */
  light: z.optional(dueLight),
  visits: z.array(
    z.object({
      openedAt: isoInstant,
      closedAt: z.optional(isoInstant),
      outcomeLabel: z.optional(z.string()),
      workingDays: z.int(),
      desks: z.array(deskView),
    }),
  ),
});
export type RouteStepView = z.infer<typeof routeStepView>;

const sectionContent = z.record(z.string(), z.unknown());

export const sectionView = z.object({
  section: z.string(),
  /** Entity tag of the section, to be sent as `If-Match` when saving it again. */
  version: z.int(),
  content: sectionContent,
});

/** One field that differs from the round before, in the words of the form; of a table, which rows. */
export const fieldChange = z.object({
  sectionId: z.string(),
  section: z.string(),
  label: z.string(),
  /** What stands unchanged before it in a long text. */
  context: z.string(),
  before: z.string(),
  after: z.string(),
  rows: z.optional(
    z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        name: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    ),
  ),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const caseView = z.extend(caseSummary, {
  route: z.array(routeStepView),
  tasks: z.array(taskView),
  /** Draft or correction: sections as typed. Submitted: as frozen for the shown round. */
  sections: z.array(sectionView),
  frozen: z.boolean(),
  /** What the shown form changed since the round before it; absent while there is none. */
  changes: z.optional(z.array(fieldChange)),
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
  /** That version was never filed with the competent authority 未备案. */
  catalogueUnfiled: z.boolean(),
  ruleVersion: z.optional(z.string()),
  ruleTitle: z.string(),
  /** 审核用时: working days in review so far; it stands still while the applicant corrects. */
  reviewClock: z.optional(
    z.object({
      workingDays: z.int(),
      state: z.enum(['running', 'paused', 'stopped']),
      calendarVersion: z.string(),
    }),
  ),
  /** 附言, the oldest first. */
  comments: z.array(z.object({ at: isoInstant, text: z.string(), by: actorView })),
  /** What the caller may do with the case as a whole. */
  may: z.array(
    z.enum(['edit', 'requestConfirmation', 'withdraw', 'verifyJournal', 'urge', 'comment', 'copy']),
  ),
  /** Everybody who holds it has been urged today 催办; absent where the caller may not urge. */
  urgedToday: z.optional(z.boolean()),
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
  /** Earlier stage of the same step that a return goes to; without it the route says where. */
  returnTo: z.optional(z.string().check(z.regex(/^[A-Za-z]{1,40}$/))),
  assessments: z.optional(z.array(assessedLine).check(z.maxLength(1000))),
  /** Required when approving an assessment, for every purchase that the catalogue seems to offer (yc-cloud-5-2). */
  nonEquivalence: z.optional(z.array(nonEquivalence).check(z.maxLength(50))),
  /** Required when confirming: the digest of the form that the person was shown. */
  formDigest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** What every command answers: the case's new version, and `after` for the caller's next read of the worklist. */
export const commandAnswer = z.object({ caseId, version: z.int(), status: caseStatus, after: z.string() });
export type CommandAnswer = z.infer<typeof commandAnswer>;

export const caseListQuery = z.strictObject({
  /** A county's tenant id; only city roles may name another than their own. Without it they see all of them. */
  tenant: z.optional(tenantId),
  status: z.optional(caseStatus),
  /** Part of the system's or the organisation's name. */
  text: z.optional(text(100)),
  /** Only what the caller has written in. */
  mine: z.optional(z.literal('true')),
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
});
export const listedCase = z.extend(caseSummary, {
  /** The route in one line; empty once the application has ended without 办结. */
  line: z.array(z.object({ step: z.string(), title: z.string(), state: z.enum(['done', 'now', 'next']) })),
  /** Where it lies now; absent in drafts, in transit and at the end. */
  desk: z.optional(deskView),
});
export type ListedCase = z.infer<typeof listedCase>;
/** A page read through a filter may be short, even empty, while `nextCursor` leads on. */
export const caseList = z.object({ items: z.array(listedCase), nextCursor: z.optional(z.string()) });

/** What waits in one stage of one county. */
export const workloadCell = z.object({
  stage: z.string(),
  open: z.int(),
  overdue: z.int(),
  /** Working days that the oldest has waited in this stage. */
  oldestDays: z.optional(z.int()),
  /** There is more than one look counts. */
  more: z.boolean(),
});
export const workloadView = z.object({
  stages: z.array(
    z.object({
      stage: z.string(),
      step: z.string(),
      stepTitle: z.string(),
      title: z.string(),
      clause: z.string(),
      status: caseStatus,
    }),
  ),
  rows: z.array(z.object({ tenant: tenantId, tenantName: z.string(), cells: z.array(workloadCell) })),
  /** Most tasks that one look counts in a queue. */
  mostCounted: z.int(),
});
export type WorkloadView = z.infer<typeof workloadView>;

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

/** What a reviewer looks at beside the application. */
export const reviewView = z.object({
  /** The same organisation's other submitted applications, newest first. */
  others: z.array(
    z.object({
      caseId,
      systemName: z.string(),
      status: caseStatus,
      statusLabel: z.string(),
      updatedAt: isoInstant,
      /** Quantities as submitted, summed by product. */
      quantities: z.array(
        z.object({ productId: z.string(), name: z.string(), quantity: z.int(), unit: z.string() }),
      ),
      monthlyCostFen: z.int(),
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
  /** Purchases beside the cloud that the catalogue seems to offer (yc-cloud-5-2). */
  duplicates: z.array(
    z.object({
      purchase: z.int(),
      item: z.string(),
      /** What the applicant gave as the reason. */
      reason: z.string(),
      products: z.array(z.object({ id: z.string(), name: z.string(), specification: z.string() })),
      clause: z.string(),
    }),
  ),
});
export type ReviewView = z.infer<typeof reviewView>;

import * as z from 'zod/mini';
import { caseKind } from '#shared/regulation/case-rules.ts';
import { formSection } from '#shared/regulation/form-spec.ts';
import { changeScale } from '#shared/regulation/kind-spec.ts';
import { commentFileView } from './attachments.ts';
import { routeStepView } from './case-route.ts';
import { actorView, taskView } from './case-tasks.ts';
import { caseId, isoInstant, tenantId } from './common.ts';

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
  /** 办件编号, for people: e.g. 大丰区2026-0012. */
  number: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  kind: caseKind,
  kindTitle: z.string(),
  /** What is asked for, e.g. 政务云资源. */
  matter: z.string(),
  /** It asks for products of the catalogue, and so has a cost. */
  priced: z.boolean(),
  systemName: z.string(),
  /** The system of the registry that it is about, where its kind is about one. */
  systemId: z.optional(caseId),
  /** 同步办理: the other of the two matters of a major change, and what it is to this one. */
  linked: z.optional(z.object({ caseId, as: z.enum(['application', 'exit']) })),
  status: caseStatus,
  statusLabel: z.string(),
  /** 轮次: 0 until the first submission. */
  round: z.int(),
  version: z.int(),
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type CaseSummary = z.infer<typeof caseSummary>;

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
  /** Node whose authority receives the application 受理机关. */
  receivingTenant: tenantId,
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
  /** Name, and price of one unit for one month, of each product in the table: of a submitted round as on its day. */
  prices: z.array(
    z.object({
      productId: z.string(),
      unitPriceFen: z.int(),
      name: z.string(),
      specification: z.string(),
      unit: z.string(),
    }),
  ),
  /** Version of the catalogue that the prices are from. */
  catalogueVersion: z.string(),
  /** That version was never filed with the competent authority 未备案. */
  catalogueUnfiled: z.boolean(),
  /** The oldest round whose assessed quantities still hold, where that is not the shown one. */
  assessedSince: z.optional(z.int()),
  /** Where an application that was returned goes after its correction 补正; the clause where the rules say so. */
  afterCorrection: z.optional(z.object({ text: z.string(), clause: z.optional(z.string()) })),
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
  comments: z.array(
    z.object({ at: isoInstant, text: z.string(), by: actorView, files: z.array(commentFileView) }),
  ),
  /** 办后事项, in order: those recorded, and what is still to come. */
  acts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: z.string(),
      section: formSection,
      recorded: z.optional(z.object({ by: actorView, at: isoInstant, content: sectionContent })),
    }),
  ),
  /** What the caller may do with the case as a whole. */
  may: z.array(
    z.enum([
      'edit',
      'requestConfirmation',
      'withdraw',
      'verifyJournal',
      'urge',
      'comment',
      'copy',
      'recordAct',
    ]),
  ),
  /** Everybody who holds it has been urged today 催办; absent where the caller may not urge. */
  urgedToday: z.optional(z.boolean()),
  /** 变更类别 of a change: the clause of the rule, and what a reviewer judged 认定. */
  scale: z.optional(
    z.object({
      judged: z.optional(z.object({ scale: changeScale, by: actorView, at: isoInstant })),
      clause: z.string(),
    }),
  ),
  confirmation: z.optional(z.object({ by: actorView, at: isoInstant, digest: z.string(), round: z.int() })),
});
export type CaseView = z.infer<typeof caseView>;

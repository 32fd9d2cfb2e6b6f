import * as z from 'zod/mini';
import { isoInstant, paragraphs } from './common.ts';

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

export const actorView = z.object({ name: z.string(), organisation: z.string(), roleLabel: z.string() });

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
  /** The absent colleague for whom the caller would decide it 代. */
  onBehalfOf: z.optional(z.string()),
  /** Why it waits here and not where the route would have it; a Chinese sentence. */
  reseated: z.optional(z.string()),
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

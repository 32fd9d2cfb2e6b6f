import * as z from 'zod/mini';
import { dueLight } from './case-tasks.ts';
import { isoInstant } from './common.ts';

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

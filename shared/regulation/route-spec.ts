import * as z from 'zod/mini';
import { cited } from './cited-schema.ts';

export const span = z.readonly(
  z.strictObject({
    amount: z.int().check(z.positive()),
    unit: z.enum(['workingDay', 'month', 'naturalDay', 'naturalWeek']),
  }),
);
const serviceTarget = z.readonly(
  z.strictObject({ amount: z.int().check(z.positive()), unit: z.literal('workingDay') }),
);

/** How a step ends. `Concluded` 审结: agreed, and with it the whole route; `Approved`: agreed, another body follows. */
const outcome = z.enum(['Approved', 'Concluded', 'Returned', 'Rejected', 'Withdrawn']);
const verb = z.enum(['approve', 'return', 'reject']);
const stepId = z.enum(['unitConfirmation', 'localReview', 'cityRecheck', 'correction']);
const end = z.enum(['complete', 'rejected', 'withdrawn']);

/** A role, and whose: the applicant's unit, its county or its city. */
const post = z.readonly(z.strictObject({ role: z.string(), of: z.enum(['organisation', 'county', 'city']) }));

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** 提醒: when the holder of an open task is reminded, in working days around its target day. */
export const reminders = z.readonly(
  z.strictObject({
    /** When in the morning, Asia/Shanghai. */
    time: timeOfDay,
    /** So many working days before the target day. */
    before: z.int().check(z.nonnegative()),
    /** On each of so many working days after it. */
    after: z.int().check(z.nonnegative()),
    /** From this working day after it on, the head is told as well, once. */
    escalateOn: z.int().check(z.positive()),
  }),
);

/** Working hours of one day, in order; messages that are not urgent wait for them. */
export const messageHours = z.readonly(
  z.array(z.readonly(z.strictObject({ from: timeOfDay, to: timeOfDay }))).check(z.minLength(1)),
);

const stage = z.readonly(
  z.strictObject({
    id: z.string(),
    /** Chinese name, e.g. 初审. */
    title: z.string(),
    /** Who holds the stage's task. */
    holder: post,
    /** Who decides beside the holder: `all` must agree (会签), or the first word of `any` counts (或签). */
    together: z.exactOptional(
      z.readonly(
        z.strictObject({
          mode: z.enum(['all', 'any']),
          with: z.readonly(z.array(post).check(z.minLength(1), z.maxLength(39))),
        }),
      ),
    ),
    verbs: z.readonly(z.array(verb)),
    /** The holder gives an assessed quantity and an opinion per line. */
    assesses: z.boolean(),
    /** The task can be decided from the page of an approval link; never where a quantity per line is assessed. */
    byLink: z.boolean(),
    /** Who decides instead, in this order, where everybody in the holder's post wrote the application; a local default. */
    standsIn: z.exactOptional(z.readonly(z.array(post).check(z.minLength(1)))),
    /** Who is told when the target has been missed for days: the head of whoever holds the task. */
    escalatesTo: z.exactOptional(post),
    /** 审议: so many others must have given their word (加签) before it is concluded, and the conclusion is written down. */
    hears: z.exactOptional(cited(z.int().check(z.positive()))),
    /** Service target 服务时限: the texts set no limit for review, so it is never shown as a legal one. */
    serviceTarget: z.exactOptional(cited(serviceTarget)),
  }),
);

const step = z.readonly(
  z.strictObject({
    id: stepId,
    title: z.string(),
    clause: z.string(),
    stages: z.readonly(z.array(stage)),
    next: z.readonly(z.partialRecord(outcome, z.union([stepId, end]))),
  }),
);

export const route = z.readonly(
  z.strictObject({
    id: z.string(),
    /** Whose applications go this way: departments of a county, or the city's own. */
    appliesTo: z.readonly(z.array(z.enum(['county', 'city']))),
    first: stepId,
    steps: z.readonly(z.array(step)),
  }),
);

/**
 * 补正后送回: a resubmitted application begins its review from the start, or where it was returned. What an earlier
 * stage assessed must stand unchanged for the latter (yc-cloud-16-1).
 */
export const resubmission = z.enum(['fromStart', 'toReturner']);

export type ReminderRules = z.infer<typeof reminders>;
export type MessageHours = z.infer<typeof messageHours>;
export type Route = z.infer<typeof route>;
export type RouteStep = z.infer<typeof step>;
export type RouteStage = z.infer<typeof stage>;
export type StepId = z.infer<typeof stepId>;
export type RouteEnd = z.infer<typeof end>;
export type Outcome = z.infer<typeof outcome>;
export type Resubmission = z.infer<typeof resubmission>;
export type Verb = z.infer<typeof verb>;

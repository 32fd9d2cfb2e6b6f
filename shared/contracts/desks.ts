import * as z from 'zod/mini';
import { caseId, isoDate, isoInstant, paragraphs } from './common.ts';

const id = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,120}$/));
const member = z.object({ membership: z.string(), name: z.string(), organisation: z.string() });

/** 委托 from the first to the last day, both included. */
export const delegationBody = z.strictObject({
  to: id,
  fromOn: isoDate,
  untilOn: isoDate,
  reason: paragraphs(200),
});
export type DelegationBody = z.infer<typeof delegationBody>;

export const delegationParams = z.strictObject({ delegationId: id });

const delegationView = z.object({
  delegationId: z.string(),
  version: z.int(),
  from: member,
  to: member,
  roleLabel: z.string(),
  fromOn: isoDate,
  untilOn: isoDate,
  reason: z.string(),
  state: z.enum(['waiting', 'inForce', 'ended', 'revoked']),
  stateLabel: z.string(),
});
export type DelegationView = z.infer<typeof delegationView>;

/** One's own: given, received, and to whom one may delegate. */
export const delegationsView = z.object({
  given: z.array(delegationView),
  received: z.array(delegationView),
  colleagues: z.array(z.object({ ...member.shape, roleLabel: z.string() })),
  /** Whether the caller has posts to delegate, and whether they hand over what others hold. */
  may: z.array(z.enum(['delegate', 'handOver'])),
});
export type DelegationsView = z.infer<typeof delegationsView>;

export const delegationAnswer = z.object({ delegationId: z.string(), version: z.int() });
export type DelegationAnswer = z.infer<typeof delegationAnswer>;

/** People whose open items the caller may hand over, and how many each holds by name. */
export const desksView = z.object({
  /** False when a post has more than can be counted at once; `openTasks` are then the least. */
  complete: z.boolean(),
  people: z.array(
    z.object({
      ...member.shape,
      roleLabel: z.string(),
      state: z.enum(['active', 'suspended']),
      openTasks: z.int(),
      /** Who may take them over: colleagues of one of their posts. */
      successors: z.array(member),
    }),
  ),
});
export type DesksView = z.infer<typeof desksView>;

export const handOverBody = z.strictObject({ from: id, to: id, reason: paragraphs(200) });
export type HandOverBody = z.infer<typeof handOverBody>;

export const handOverParams = z.strictObject({ handOverId: id });

const handOverHead = z.object({
  handOverId: z.string(),
  from: member,
  to: z.optional(member),
  cause: z.enum(['left', 'postEnded']),
  reason: z.string(),
  requestedBy: z.optional(z.string()),
  requestedAt: isoInstant,
  state: z.enum(['running', 'done']),
  done: z.int(),
  failed: z.int(),
  delegationsEnded: z.int(),
  finishedAt: z.optional(isoInstant),
});

export const handOverView = z.object({
  ...handOverHead.shape,
  rows: z.array(
    z.object({
      caseId,
      taskId: z.string(),
      stageTitle: z.string(),
      done: z.boolean(),
      problem: z.optional(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
    }),
  ),
});
export type HandOverView = z.infer<typeof handOverView>;

/** Newest first. */
export const handOverList = z.object({ items: z.array(handOverHead) });
export type HandOverList = z.infer<typeof handOverList>;

export const handOverAnswer = z.object({ handOverId: z.string() });
export type HandOverAnswer = z.infer<typeof handOverAnswer>;

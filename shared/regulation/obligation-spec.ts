import * as z from 'zod/mini';
import { productKind } from './application-spec.ts';
import { cited } from './cited-schema.ts';
import { reminders, span } from './route-spec.ts';

/** 等级保护级别 of a system, as an assessment found it. */
export const mlpsLevel = z.enum(['level2', 'level3']);

const begins = z.discriminatedUnion('with', [
  /** A batch that opens; only one that holds a product of these kinds, where they are named. */
  z.readonly(
    z.strictObject({
      with: z.literal('batchOpened'),
      holding: z.exactOptional(z.readonly(z.array(productKind))),
    }),
  ),
  /** What is recorded for another kind; reckoned from the day that the record names. */
  z.readonly(z.strictObject({ with: z.literal('record'), of: z.readonly(z.array(z.string())) })),
]);

/** One kind of 履约事项: what begins it, by when it is owed, and what its lapse means. */
export const obligationKind = z.readonly(
  z.strictObject({
    /** What is owed, e.g. 完成部署. */
    title: z.string(),
    /** Where it comes from when no limit says so. */
    clause: z.string(),
    begins,
    /** One for each batch, or one for the system. */
    per: z.enum(['batch', 'system']),
    /** No limit where the text states none. */
    within: z.exactOptional(cited(span)),
    /** A limit that depends on the level which the record before it found. */
    withinByLevel: z.exactOptional(cited(z.readonly(z.record(mlpsLevel, span)))),
    /** 收回 may follow by a decision; it is only listed; or people are only reminded. */
    lapse: cited(z.enum(['mayReclaim', 'lists', 'reminds'])),
    /** Recorded together with this kind, and not by itself. */
    metBy: z.exactOptional(z.string()),
    /** What has to be recorded first, for the same batch. */
    after: z.exactOptional(z.string()),
    /** Which of the registry's days the record gives. */
    writes: z.exactOptional(z.enum(['deployedOn', 'goneLiveOn'])),
    /** The record names the level. */
    asksLevel: z.exactOptional(z.literal(true)),
    /** Owed again: reckoned from the day on which it was due, or on which it was done. */
    again: z.exactOptional(z.enum(['due', 'record'])),
  }),
);

/** What a department owes after the opening of what it asked for. */
export const obligationRules = z.readonly(
  z.strictObject({
    /** Roles of the city that judge explanations, extend, pause and decide on reclaiming. */
    judges: cited(z.readonly(z.array(z.string()))),
    /** How far ahead a new date may be set: further is a year mistyped. */
    setsAtMost: cited(span),
    reminders: cited(reminders),
    kinds: z.readonly(z.record(z.string(), obligationKind)),
  }),
);

export type MlpsLevel = z.infer<typeof mlpsLevel>;
export type ObligationKind = z.infer<typeof obligationKind>;
export type ObligationRules = z.infer<typeof obligationRules>;

import * as z from 'zod/mini';
import { actorView } from './case-tasks.ts';
import { cursor, isoInstant, pageSize } from './common.ts';

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

import { z } from 'zod';

const response = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Which records of a batch a function reports as failed (ReportBatchItemFailures).
 * As AWS reads it: no list or an empty one = none; an answer that cannot be read, or an id that is not in the
 * batch = all.
 */
export function readBatchFailures(payload: unknown, ids: readonly string[]): ReadonlySet<string> | 'all' {
  if (payload === null || payload === undefined) return new Set();
  const parsed = response.safeParse(payload);
  if (!parsed.success) return 'all';
  const failed = new Set(parsed.data.batchItemFailures?.map((failure) => failure.itemIdentifier));
  return [...failed].every((id) => ids.includes(id)) ? failed : 'all';
}

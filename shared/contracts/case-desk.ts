import * as z from 'zod/mini';
import { taskView } from './case-tasks.ts';
import { caseStatus, caseSummary } from './cases.ts';
import { caseId, caseIdPattern, cursor, isoInstant, pageSize } from './common.ts';

export const taskListQuery = z.strictObject({
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
  /** `caseId@version` from the caller's last command: its effect is always part of the answer. */
  after: z.optional(z.string().check(z.regex(new RegExp(`^${caseIdPattern}@\\d{1,9}$`)))),
});
export const workItem = z.object({ task: taskView, case: caseSummary });
export type WorkItem = z.infer<typeof workItem>;
export const taskList = z.object({ items: z.array(workItem), nextCursor: z.optional(z.string()) });

/** What a reviewer looks at beside the application. */
export const reviewView = z.object({
  /** The same organisation's other submitted applications, newest first. */
  others: z.array(
    z.object({
      caseId,
      number: z.string(),
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

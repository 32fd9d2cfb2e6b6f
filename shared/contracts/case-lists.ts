import * as z from 'zod/mini';
import { caseKind } from '#shared/regulation/case-rules.ts';
import { deskView } from './case-route.ts';
import { caseStatus, caseSummary } from './cases.ts';
import { cursor, pageSize, tenantId, text } from './common.ts';

export const caseListQuery = z.strictObject({
  /** A county's tenant id; only city roles may name another than their own. Without it they see all of them. */
  tenant: z.optional(tenantId),
  status: z.optional(caseStatus),
  kind: z.optional(caseKind),
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

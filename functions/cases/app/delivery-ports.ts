import type { Watermark } from '#shared/kernel/sweep-by-date.ts';
import type { CaseRef, Delivery } from './ports.ts';

/** A marker as the stream or the sweep finds it. */
export interface PendingDelivery {
  readonly ref: CaseRef;
  readonly seq: number;
}

/** What its own consumer carries on: a notice, a job, an effect, a hand-over. */
export type ForwardedMarker = 'notice' | 'job' | 'effect' | 'handOver';

/** A marker that is overdue: for the machine, or for a consumer of its own. */
export type OverdueMarker =
  | { readonly kind: 'delivery'; readonly pending: PendingDelivery }
  | { readonly kind: ForwardedMarker; readonly key: { readonly pk: string; readonly sk: string } };

/** What has come due in business time: a task to remind of, or a notice or an effect that waited for its time. */
export type DueRow =
  | { readonly kind: 'task'; readonly ref: CaseRef; readonly taskId: string }
  | { readonly kind: 'notice' | 'effect'; readonly key: { readonly pk: string; readonly sk: string } };

/** The due-time index of every tenant: the next action of each matter only, by business date. */
export interface DueStore extends Watermark {
  /** What is due on a date and until an instant, shard by shard. */
  listDue(date: string, until: string): AsyncIterable<DueRow>;
}

/** Hands markers to their own consumer: whoever tells people, recomputes targets, or carries effects on. */
export interface MarkerQueue {
  forward(keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<void>;
}

/** Deliveries of every tenant; used by system functions only. */
export interface DeliveryStore {
  load(pending: PendingDelivery): Promise<Delivery | undefined>;
  clear(pending: PendingDelivery): Promise<void>;
  /** Newest live tokens of a visit (a redrive adds one), newest last. */
  tokensOf(ref: CaseRef, visit: number): Promise<readonly string[]>;
  /** Adds the token of a redriven step; false when the step has been decided meanwhile. */
  addToken(ref: CaseRef, visit: number, token: string): Promise<boolean>;
  /** Markers written on a date and before an instant, shard by shard; what is cleared meanwhile does not disturb. */
  listOverdue(date: string, before: string): AsyncIterable<OverdueMarker>;
  watermark(): Promise<string | undefined>;
  advanceWatermark(date: string): Promise<void>;
}

/** The approval machine. Telling it what it knows already is no fault. */
export interface ApprovalMachine {
  start(ref: CaseRef): Promise<void>;
  tell(token: string, outcome: string): Promise<void>;
}

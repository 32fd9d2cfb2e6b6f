import type { Refusal } from '../kernel/refusal.ts';
import type { Result } from '../kernel/result.ts';
import type { TenantId } from '../kernel/tenant.ts';
import type { OverlayNotice } from '../kernel/working-calendar.ts';

/** A stretch of what has open clocks in a tenant. */
export interface ClockPage {
  readonly ids: readonly string[];
  /** Position to go on from; absent at the end. */
  readonly next?: string;
}

/** What of a context has days that move with the calendar, as whoever keeps the calendar reaches it. */
export interface OpenClocks {
  page(tenant: TenantId, after: string | undefined, limit: number): Promise<ClockPage>;
  /** Whether a notice has moved its days since `since`, now or in an earlier attempt of the same run. */
  recompute(
    ref: { readonly tenant: TenantId; readonly id: string },
    notices: readonly OverlayNotice[],
    since: string,
  ): Promise<Result<boolean, Refusal>>;
}

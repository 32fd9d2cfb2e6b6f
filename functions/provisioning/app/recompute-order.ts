import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar, type OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { recomputeDue } from '../domain/order-due.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, ProvisioningReferences, ProvisioningServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';

export interface RecomputingServices extends Pick<ProvisioningServices, 'orders' | 'clock' | 'newSalt'> {
  readonly references: Pick<ProvisioningReferences, 'calendarOverlay'>;
}

/**
 * Recomputes the due day of an order on the calendar in force. Answers whether a notice has moved it since `since`, now
 * or in an earlier attempt of the same run.
 */
export const recomputeOrder = async (
  { orders, references, clock, newSalt }: RecomputingServices,
  ref: OrderRef,
  notices: readonly OverlayNotice[],
  since: string,
): Promise<Result<boolean, Refusal>> => {
  const calendar = createWorkingCalendar(await references.calendarOverlay(cityOf(ref.tenant)), ref.tenant);
  const after = await passSystemDoor(orderRules, orders, {
    ref,
    at: clock.now().toISOString(),
    newSalt,
    decide: (loaded) => (loaded ? recomputeDue(loaded.state, notices, rulesOf(loaded.state), calendar) : []),
  });
  const moved = after?.dueMoves?.some(({ at }) => at >= since) ?? false;
  if (moved) log.info('targets.moved', { tenant: ref.tenant, caseId: ref.orderId });
  return accept(moved);
};

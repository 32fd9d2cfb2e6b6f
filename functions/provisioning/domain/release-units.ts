import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { OrderEvent } from './order-events.ts';
import type { Order } from './order-state.ts';
import { settleBatch } from './settle-batch.ts';

/**
 * 退回: what the provider could not open is to go back to what remains. The work order decides, unit by unit, whether it
 * was opened before or given back; so nothing that a provider reports at the same time is lost.
 */
export const releaseUnits = (
  order: Order,
  no: number,
  reason: string,
): Result<readonly OrderEvent[], Refusal> => {
  const batch = order.batches.find((one) => one.no === no);
  if (!batch) return refuse({ code: 'not-found', detail: '没有这一批，请刷新后再办。' });
  const unitIds = batch.units.filter(({ state }) => state === 'failed').map(({ unitId }) => unitId);
  if (unitIds.length === 0)
    return refuse({ code: 'nothing-failed', detail: `第 ${no} 批没有开通失败的资源，不需要退回。` });
  return accept([{ type: 'ReleaseAsked', no, unitIds, reason }]);
};

/** Carries into the order what its work order has let go of. */
export const carryReleased = (order: Order, no: number, letGo: readonly string[]): readonly OrderEvent[] => {
  const units = order.batches.find((one) => one.no === no)?.units ?? [];
  const unitIds = units
    .filter(({ unitId, state }) => state === 'releasing' && letGo.includes(unitId))
    .map(({ unitId }) => unitId);
  return unitIds.length === 0 ? [] : settleBatch(order, no, [{ type: 'UnitsReleased', no, unitIds }]);
};

import { endBilling, type RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { endWindow, lentUnits, openWindow } from '../domain/lend-window.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import type { Doer, Order } from '../domain/order-state.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, ProvisioningServices } from './ports.ts';
import { registerBatch } from './register-batch.ts';

/** What is to be given back, on the ground of the approval that lent it for a while. */
export interface LentResources {
  readonly tenant: TenantId;
  /** Of the case, so that asked again it is the same. */
  readonly reclamationId: string;
  readonly systemId: string;
  readonly cause: 'windowEnded';
  readonly decision: { readonly at: string; readonly by: Doer; readonly reason: string };
  /** First day on which it may be carried out. */
  readonly actFrom: string;
  readonly acknowledged?: { readonly at: string; readonly by: Doer; readonly byForm: true };
  readonly resourceIds: readonly string[];
  readonly ruleVersion: string;
}

/** Has the provider take it back; asked again it is the same, and nothing happens where nothing is in use any more. */
export type TakeBack = (lent: LentResources) => Promise<unknown>;

export interface LendingServices extends Pick<ProvisioningServices, 'orders' | 'clock' | 'newSalt'> {
  readonly registry: RegistryWriter;
  readonly takeBack: TakeBack;
}

const decided = async (
  { orders, clock, newSalt }: LendingServices,
  ref: OrderRef,
  decide: (order: Order, today: string) => readonly OrderEvent[],
): Promise<Order> => {
  const now = clock.now();
  const after = await passSystemDoor(orderRules, orders, {
    ref,
    at: now.toISOString(),
    newSalt,
    decide: (loaded) => (loaded ? decide(loaded.state, shanghaiDateOf(now)) : []),
  });
  if (!after) throw new Error(`a window of an unknown order ${ref.orderId}`);
  return after;
};

/** 保障期间开始: the provider's work order exists from its first day. */
export const openLent = async (services: LendingServices, ref: OrderRef): Promise<void> => {
  await decided(services, ref, openWindow);
};

/** Nothing lent is billed behind its last day, however late it is given back. */
const endBills = async ({ registry }: LendingServices, order: Order, on: string): Promise<void> => {
  const { tenant, systemId } = order;
  for (const unitId of lentUnits(order))
    await registry.changeResource({ tenant, systemId }, unitId, (resource) =>
      resource.billing.some(({ to }) => to === undefined || to > on)
        ? { ...resource, billing: endBilling(resource.billing, on) }
        : undefined,
    );
};

/** 保障期间结束: its bills end, and the provider takes back what was lent; what it had not opened yet it lets go of. */
export const endLent = async (services: LendingServices, ref: OrderRef): Promise<void> => {
  const order = await decided(services, ref, endWindow);
  const { window, systemId, orderId, ruleVersion, batches } = order;
  const resourceIds = lentUnits(order);
  if (!window || resourceIds.length === 0) return;
  const actFrom = addDays(window.to, 1);
  for (const { no, openedAt } of batches)
    if (openedAt !== undefined) await registerBatch(services.registry, order, no);
  await endBills(services, order, actFrom);
  await services.takeBack({
    tenant: ref.tenant,
    reclamationId: orderId,
    systemId,
    cause: 'windowEnded',
    decision: { ...window.agreed, reason: `审核同意临时扩充至 ${window.to}，到期恢复原来的资源。` },
    actFrom,
    ...(window.asked ? { acknowledged: { ...window.asked, byForm: true } } : {}),
    resourceIds,
    ruleVersion,
  });
};

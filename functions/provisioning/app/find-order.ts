import type { Loaded } from '#shared/aggregate/aggregate.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { Order } from '../domain/order-state.ts';
import { maySee } from '../domain/who-may.ts';
import type { OrderRef, ProvisioningServices } from './ports.ts';

export const unknownOrder: Refusal = { code: 'not-found', detail: '没有这张开通单，或您无权查看。' };

/** Providers work on their work orders, and know of no orders. */
export const isProvider = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.includes('provider.engineer');

/** Where an order lies for this actor: in their own county, or for the city's people in any county of it. */
export const orderRefOf = (actor: Actor, orderId: string): OrderRef | undefined => {
  const tenant = isProvider(actor) ? undefined : reachedTenant(actor, orderId);
  return tenant && { tenant, orderId };
};

export const findOrder = async (
  { orders }: Pick<ProvisioningServices, 'orders'>,
  actor: Actor,
  orderId: string,
  operation: string,
): Promise<Result<Loaded<Order> & { readonly ref: OrderRef }, Refusal>> => {
  const ref = orderRefOf(actor, orderId);
  const loaded = ref && (await orders.load(ref));
  if (!ref || !loaded || !maySee(actor, loaded.state)) return refuse(unknownOrder);
  recordCrossTenant(actor, { tenant: ref.tenant, caseId: orderId }, operation);
  return accept({ ...loaded, ref });
};

import type { OrderSummary } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { newestOf, orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeNames, sightOf } from '#shared/kernel/sight.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { maySee } from '../domain/who-may.ts';
import { isProvider } from './find-order.ts';
import type { ProvisioningServices } from './ports.ts';
import { orderSummaryOf, todayFor } from './summarise-order.ts';

export interface ListQuery {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;

/** Orders the newest first: a department's own, a county's, or for the city's cloud roles those of its counties. */
export const listOrders = async (
  services: ProvisioningServices,
  actor: Actor,
  query: ListQuery,
): Promise<Result<{ items: OrderSummary[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  if (isProvider(actor)) return accept({ items: [] });
  const nodes = await services.references.nodesOf(cityOf(actor.tenant));
  const sight = sightOf(actor, nodeNames(nodes), query.tenant);
  if (!sight.ok) return sight;
  const { tenants, organisation, names } = sight.value;
  const limit = query.limit ?? defaultLimit;
  const page = await newestOf(
    tenants,
    (tenant, after, most) => services.lists.idsOf(tenant, organisation, after, most),
    from.value['after'],
    limit,
  );
  const found = await services.lists.read(page.map(({ tenant, id }) => ({ tenant, orderId: id })));
  const rows = found.filter((order) => maySee(actor, order));
  for (const { tenant, orderId } of rows) recordCrossTenant(actor, { tenant, caseId: orderId }, 'listOrders');
  const today = await todayFor(services, actor.tenant);
  const last = page.length === limit ? page.at(-1) : undefined;
  return accept({
    items: rows.map((order) => orderSummaryOf(order, names.get(order.tenant) ?? order.tenant, today)),
    ...(last ? { nextCursor: encodeCursor({ after: orderOf(last.id) }) } : {}),
  });
};

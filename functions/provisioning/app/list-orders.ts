import type { OrderSummary } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { isOfDepartment, looksInto } from '#shared/kernel/actor-reach.ts';
import { newestOf, orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
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

/** Tenants whose orders the actor may look at, or undefined where they named one that is not theirs to see. */
const tenantsFor = (
  actor: Actor,
  nodes: readonly TenantId[],
  wanted: string | undefined,
): readonly TenantId[] | undefined => {
  const inSight = (isCityTenant(actor.tenant) ? nodes : [actor.tenant]).filter((id) => looksInto(actor, id));
  if (wanted === undefined) return inSight;
  if (wanted === actor.tenant) return inSight.filter((id) => id === wanted);
  return isTenantId(wanted) && inSight.includes(wanted) ? [wanted] : undefined;
};

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
  const wanted = tenantsFor(
    actor,
    nodes.map(({ id }) => id),
    query.tenant,
  );
  if (!wanted) return refuse({ code: 'not-found', detail: '没有这个单位，或您无权查看。' });
  const limit = query.limit ?? defaultLimit;
  const department = isOfDepartment(actor) ? actor.organisation.id : undefined;
  const page = await newestOf(
    department === undefined ? wanted : [actor.tenant],
    (tenant, after, most) => services.lists.idsOf(tenant, department, after, most),
    from.value['after'],
    limit,
  );
  const found = await services.lists.read(page.map(({ tenant, id }) => ({ tenant, orderId: id })));
  const rows = found.filter((order) => maySee(actor, order));
  for (const { tenant, orderId } of rows) recordCrossTenant(actor, { tenant, caseId: orderId }, 'listOrders');
  const today = await todayFor(services, actor.tenant);
  const last = page.length === limit ? page.at(-1) : undefined;
  return accept({
    items: rows.map((order) =>
      orderSummaryOf(order, nodes.find(({ id }) => id === order.tenant)?.name ?? order.tenant, today),
    ),
    ...(last ? { nextCursor: encodeCursor({ after: orderOf(last.id) }) } : {}),
  });
};

import { cityTenantOf } from '#shared/kernel/tenant.ts';
import type { Order } from '../domain/order-state.ts';
import { sameInstances } from '../domain/same-instances.ts';
import type { ReplacingServices } from './bill-replaced.ts';
import { rulesOf } from './rules-of.ts';

/** Named one by one; of more it is said how many. */
const mostNamed = 3;

const named = (instances: readonly string[]): string =>
  instances.length > mostNamed
    ? `${instances.slice(0, mostNamed).join('、')} 等 ${instances.length} 个实例`
    : `实例 ${instances.join('、')}`;

/**
 * A provider sees only its own work orders, so that it can't be refused an instance that another batch of the system has: whoever runs
 * the cloud and the provider are told, and the timeline says so.
 */
export const warnOfInstances = async (
  { registry, tell }: Pick<ReplacingServices, 'registry' | 'tell'>,
  order: Order,
  no: number,
): Promise<void> => {
  const { tenant, systemId, orderId, organisation, systemName, provider } = order;
  const same = sameInstances(await registry.resourcesOf({ tenant, systemId }), { orderId, no });
  if (same.length === 0) return;
  const outcome = `${named(same)}与本系统其他批次的在用资源相同，请核对，避免重复计费`;
  await registry.note({ tenant, systemId }, [
    {
      id: `${orderId}-instances-${String(no).padStart(3, '0')}`,
      stage: 'opening',
      at: order.batches.find((batch) => batch.no === no)?.openedAt ?? '',
      text: `第 ${no} 批：${outcome}`,
      caseId: orderId,
    },
  ]);
  const city = cityTenantOf(tenant);
  await tell({ tenant, caseId: orderId }, `instances-${no}`, {
    event: 'batch.instancesTwice',
    holders: [
      ...rulesOf(order).runs.value.map((role) => ({ tenant: city, role })),
      { tenant: city, role: 'provider.engineer', organisation: provider.id },
    ],
    facts: { organisation: organisation.name, systemName, batch: String(no), outcome },
    page: `/provisioning/${orderId}`,
  });
};

import { expect, it } from 'vitest';
import { listOrders } from '#functions/provisioning/app/list-orders.ts';
import type { OrderRef, ProvisioningServices } from '#functions/provisioning/app/ports.ts';
import type { Order } from '#functions/provisioning/domain/order-state.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

const counties: readonly TenantId[] = ['yancheng/dafeng', 'yancheng/jianhu', 'yancheng/funing'];
const operator: Actor = {
  personId: 'p',
  name: '某人',
  membershipId: 'm',
  tenant: 'yancheng/_city',
  organisation: { id: 'centre', name: '运行中心' },
  roles: ['city.cloud.operator'],
  grantsVersion: 1,
};

const orderAt = (no: number): Order => {
  const tenant = counties[no % counties.length] ?? 'yancheng/dafeng';
  return {
    tenant,
    orderId: `${tenant.slice('yancheng/'.length)}.${String(no).padStart(4, '0')}`,
    caseId: 'c',
    systemId: 's',
    systemName: String(no),
    organisation: { id: 'health', name: '卫健委' },
    provider: { id: 'p', name: '云服务商' },
    lines: [],
    batches: [],
    tasks: [],
    waits: [],
  } as unknown as Order;
};

const setup = (count: number) => {
  const orders = Array.from({ length: count }, (_, index) => orderAt(count - index));
  const read: string[] = [];
  const services = {
    references: {
      nodesOf: async () => counties.map((id) => ({ id, name: id })),
      calendarOverlay: async () => ({ version: '0', days: [] }),
    },
    clock: { now: () => new Date('2026-06-01T04:00:00.000Z') },
    lists: {
      idsOf: async (tenant: TenantId, _organisation: unknown, after: string | undefined, limit: number) =>
        orders
          .filter((order) => order.tenant === tenant)
          .map(({ orderId }) => orderId)
          .filter((id) => after === undefined || id < after)
          .slice(0, limit),
      read: async (refs: readonly OrderRef[]) => {
        read.push(...refs.map(({ orderId }) => orderId));
        return refs.flatMap(({ orderId }) => orders.find((order) => order.orderId === orderId) ?? []);
      },
    },
  } as unknown as ProvisioningServices;
  return { services, read };
};

it('of a city read what they show and no more, however many counties it has, each order once and in order', async () => {
  const { services, read } = setup(90);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOrders(services, operator, { limit: 20, cursor });
    if (!page.ok) throw new Error(page.refusal.code);
    seen.push(...page.value.items.map(({ systemName }) => systemName));
    expect(read).toHaveLength(seen.length);
    cursor = page.value.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 90 }, (_, index) => String(90 - index)));
});

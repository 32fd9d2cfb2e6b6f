import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSystems } from '#functions/registry/app/list-registry.ts';
import { listResources } from '#functions/registry/app/list-resources.ts';
import type { Resource } from '#functions/registry/domain/resource.ts';
import { createRegistryStore } from '#functions/registry/store/registry-store.ts';
import { createRegistryWriter } from '#functions/registry/store/registry-writer.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { startSingleTable } from '#test/support/single-table.ts';

const tenant: TenantId = 'yancheng/dafeng';
const organisation = { id: 'dafeng-health', name: '卫健委' };
const caseIdOf = (no: number) => `dafeng.${String(no).padStart(26, '0')}`;
const at = '2026-07-06T02:00:00.000Z';

let table: Awaited<ReturnType<typeof startSingleTable>>;
beforeAll(async () => {
  table = await startSingleTable();
});
afterAll(() => table.stop());

const resourceOf = (systemId: string, no: number, pool: 'cityPool' | 'dedicatedDomain'): Resource => ({
  resourceId: `${systemId}-1-${no}`,
  systemId,
  tenant,
  kind: 'host',
  unit: '台',
  specifications: [
    { from: at, productId: 'host', name: '云主机', text: '4核', quantity: 1, caseId: systemId },
  ],
  pool: { kind: pool },
  zone: pool === 'cityPool' ? 'extranet' : 'dedicated',
  caseId: systemId,
  lineNo: 1,
  batch: 1,
  instanceId: `i-${no}`,
  addresses: [],
  state: 'inUse',
  openedAt: at,
  billing: [],
  revision: 1,
});

const reader: Actor = {
  personId: 'p',
  name: '其人',
  membershipId: 'm',
  tenant,
  organisation,
  roles: ['department.clerk'],
  grantsVersion: 1,
};

const setup = () => {
  const writer = createRegistryWriter(table.client, table.name);
  const services = {
    registry: createRegistryStore(table.client, table.name),
    references: { nodesOf: async () => [{ id: tenant, name: '大丰区' }], namesOf: async () => new Map() },
    clock: { now: () => new Date(at) },
  };
  return { writer, services };
};

const makeSystem = async (no: number, resources: readonly Resource[]) => {
  const { writer } = setup();
  await writer.keepSystem({ tenant, organisation, name: `系统${no}`, createdAt: at, caseId: caseIdOf(no) });
  await writer.addResources(resources);
};

describe('the registry', () => {
  it('counts what is in use once, however often and by how many it is written, and no longer what was reclaimed', async () => {
    const { writer, services } = setup();
    const systemId = caseIdOf(1);
    const resources = Array.from({ length: 120 }, (_, no) => resourceOf(systemId, no, 'cityPool'));
    await makeSystem(1, resources.slice(0, 30));
    await Promise.all([writer.addResources(resources), writer.addResources(resources)]);
    const ref = { tenant, systemId };
    const reclaim = (resource: Resource) =>
      resource.state === 'reclaimed' ? undefined : { ...resource, state: 'reclaimed' as const };
    for (let times = 0; times < 2; times += 1) await writer.changeResource(ref, `${systemId}-1-7`, reclaim);
    const listed = await listSystems(services, reader, {});
    expect(listed.ok && listed.value.items.find((one) => one.systemId === systemId)?.inUse).toEqual([
      { kind: 'host', label: '云主机', count: 119, quantity: 119 },
    ]);
    expect(await writer.resourcesOf(ref)).toHaveLength(120);
  });

  it('lists every resource once in pages of what was asked for, and those of one pool', async () => {
    const { services } = setup();
    const made: Resource[] = [];
    for (const [no, count] of [
      [2, 7],
      [3, 0],
      [4, 25],
      [5, 1],
    ] as const) {
      const systemId = caseIdOf(no);
      const resources = Array.from({ length: count }, (_, index) =>
        resourceOf(systemId, index, index % 5 === 0 ? 'dedicatedDomain' : 'cityPool'),
      );
      await makeSystem(no, resources);
      made.push(...resources);
    }
    const walked = async (pool?: Resource['pool']['kind']) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listResources(services, reader, { cursor, limit: 10, pool });
        if (!page.ok) throw new Error(page.refusal.code);
        expect(page.value.items.length).toBeLessThanOrEqual(10);
        seen.push(...page.value.items.map(({ resourceId }) => resourceId));
        cursor = page.value.nextCursor;
      } while (cursor !== undefined);
      return seen.filter((id) => !id.startsWith(caseIdOf(1)));
    };
    const idsOf = (resources: readonly Resource[]) => resources.map(({ resourceId }) => resourceId).sort();
    expect((await walked()).sort()).toEqual(idsOf(made));
    expect((await walked('dedicatedDomain')).sort()).toEqual(
      idsOf(made.filter(({ pool }) => pool.kind === 'dedicatedDomain')),
    );
  });

  it('gives the name of a system that is given up to the one that takes its place, once, and to no other', async () => {
    const { writer } = setup();
    const system = { tenant, organisation, name: '门户', createdAt: at };
    const [before, anew, third] = [21, 22, 23].map(caseIdOf) as [string, string, string];
    expect(await writer.keepSystem({ ...system, caseId: before })).toBe(before);
    for (let times = 0; times < 2; times += 1)
      expect(await writer.keepSystem({ ...system, caseId: anew, insteadOf: before })).toBe(anew);
    expect((await writer.findByName(tenant, organisation.id, '门户'))?.systemId).toBe(anew);
    expect(await writer.keepSystem({ ...system, caseId: third, insteadOf: before })).toBe(anew);
    await writer.closeSystem({ tenant, systemId: before }, at);
    expect((await writer.findByName(tenant, organisation.id, '门户'))?.systemId).toBe(anew);
  });
});

import { expect, it } from 'vitest';
import { listOffCloud, type OffCloudQuery } from '#functions/registry/app/list-off-cloud.ts';
import type { OffCloudServices } from '#functions/registry/app/off-cloud-services.ts';
import type { OffCloudSystem } from '#functions/registry/domain/off-cloud-entry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

const counties: readonly TenantId[] = ['yancheng/dafeng', 'yancheng/jianhu'];
const place = (no: number) => String(no).padStart(26, '0');

/** Entry `no` lies in the counties by turns; one in seven has no plan. */
const entryOf = (no: number): OffCloudSystem => {
  const tenant = counties[no % counties.length] ?? 'yancheng/dafeng';
  return {
    tenant,
    entryId: `${tenant.split('/')[1]}.${place(no)}`,
    organisation: { id: no % 3 === 0 ? 'health' : 'housing', name: '某单位' },
    name: `系统${no}`,
    ruleVersion: 'yancheng-2026-04-27',
    registered: { at: '2026-06-01T00:00:00.000Z', by: { tenant, membership: 'clerk' } },
    kind: 'system',
    stage: 'existing',
    fiscal: true,
    classified: false,
    ...(no % 7 === 0 ? {} : { plannedOn: '2026-12-31' }),
  };
};

const setup = (count: number) => {
  const entries = Array.from({ length: count }, (_, index) => entryOf(count - index));
  const services = {
    references: {
      nodesOf: async () => counties.map((id) => ({ id, name: id })),
      namesOf: async () => new Map(),
    },
    clock: { now: () => new Date('2026-06-01T04:00:00.000Z') },
    ruleVersionOf: () => 'yancheng-2026-04-27',
    entryLists: {
      idsOf: async ({ tenant, organisation, after, limit }) =>
        entries
          .filter(
            (one) => one.tenant === tenant && (organisation ?? one.organisation.id) === one.organisation.id,
          )
          .map(({ entryId }) => entryId)
          .filter((entryId) => after === undefined || entryId < after)
          .slice(0, limit),
      read: async (refs) =>
        refs.flatMap(({ entryId }) =>
          entries
            .filter((one) => one.entryId === entryId)
            .map((state) => ({ state, version: 1, head: { seq: 1, hash: '' }, salt: '' })),
        ),
    },
  } as Partial<OffCloudServices> as OffCloudServices;
  /** Everything, page by page, as numbers. */
  const walk = async (actor: Actor, query: OffCloudQuery) => {
    const seen: number[] = [];
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOffCloud(services, actor, { ...query, cursor });
      if (!page.ok) throw new Error(page.refusal.code);
      pages.push(page.value.items.length);
      seen.push(...page.value.items.map(({ name }) => Number(name.slice(2))));
      cursor = page.value.nextCursor;
    } while (cursor !== undefined);
    return { seen, pages };
  };
  return { entries, walk };
};

const person = (tenant: TenantId, role: string): Actor => ({
  personId: 'p',
  name: '某人',
  membershipId: 'm',
  tenant,
  organisation: { id: 'health', name: '卫健委' },
  roles: [role],
  grantsVersion: 1,
});
const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => count - index);

it.each([
  ['the city', person('yancheng/_city', 'city.cloud.operator'), () => true],
  ['a county', person('yancheng/jianhu', 'county.cloud.reviewer'), (no: number) => no % 2 === 1],
  [
    'a department',
    person('yancheng/dafeng', 'department.clerk'),
    (no: number) => no % 2 === 0 && no % 3 === 0,
  ],
] as const)(
  '[yc-cloud-5-3] %s walks through all of its own, and through all that is outstanding, once and in order',
  async (_, actor, theirs) => {
    const { walk } = setup(150);
    for (const limit of [4, 20]) {
      const all = await walk(actor, { limit });
      expect(all.seen).toEqual(numbersTo(150).filter(theirs));
      const outstanding = await walk(actor, { limit, outstanding: 'true' });
      expect(outstanding.seen).toEqual(numbersTo(150).filter((no) => theirs(no) && no % 7 === 0));
      expect(Math.max(...outstanding.pages, ...all.pages)).toBeLessThanOrEqual(limit);
    }
  },
);

import { describe, expect, it } from 'vitest';
import { listDesks } from '#functions/desks/app/list-desks.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { actorOf } from '#functions/tenancy/app/membership.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

const tenant: TenantId = 'yancheng/dafeng';
const member = (id: string, role: string): Membership => ({
  id,
  tenant,
  personId: id,
  name: id,
  organisation: { id: 'bureau', name: '数据局' },
  roles: [role],
  state: 'active',
  since: '2026-01-01T00:00:00.000Z',
  grantsVersion: 1,
});
const members = [
  member('admin', 'tenant.admin'),
  member('one', 'county.cloud.reviewer'),
  member('two', 'county.cloud.reviewer'),
];

/** A post's list of so many tasks, all held by the second reviewer but the last, which the first holds. */
const listed = async (total: number) => {
  let reads = 0;
  const found = await listDesks(
    {
      members: async () => members,
      tasks: {
        page: async (_post, after = '0', limit) => {
          reads += 1;
          const from = Number(after);
          const to = Math.min(total, from + limit);
          const tasks = Array.from({ length: to - from }, (_, index) => ({
            ref: { tenant, caseId: `dafeng.${from + index}` },
            taskId: 't',
            membership: from + index === total - 1 ? 'one' : 'two',
          }));
          return { tasks, ...(to < total ? { next: String(to) } : {}) };
        },
      },
    },
    actorOf(members[0] as Membership),
  );
  if (!found.ok) throw new Error(found.refusal.code);
  const { people, complete } = found.value;
  return { counts: people.map(({ membership, openTasks }) => [membership, openTasks]), complete, reads };
};

describe('how much each holds by name', () => {
  it('counts beyond the first page of a post', async () => {
    expect(await listed(1201)).toMatchObject({
      counts: [
        ['two', 1200],
        ['one', 1],
      ],
      complete: true,
    });
  });

  it('says that it did not count to the end, after as many reads as it may make', async () => {
    expect(await listed(100_000)).toEqual({
      counts: [
        ['two', 20_000],
        ['one', 0],
      ],
      complete: false,
      reads: 40,
    });
  });
});

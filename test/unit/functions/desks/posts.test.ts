import { describe, expect, it } from 'vitest';
import { leaverFor, listDesks } from '#functions/desks/app/list-desks.ts';
import { postsToHandOver, sharedPosts } from '#functions/desks/domain/posts.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { actorOf } from '#functions/tenancy/app/membership.ts';

const tenant = 'yancheng/dafeng';
const [reviewer, leader, engineer] = ['county.cloud.reviewer', 'county.cloud.leader', 'provider.engineer'];

const member = (id: string, roles: readonly string[], organisation = 'authority'): Membership => ({
  id,
  personId: id,
  name: id,
  tenant,
  organisation: { id: organisation, name: organisation },
  roles,
  state: 'active',
  grantsVersion: 1,
  since: '2026-01-01T00:00:00.000Z',
});

const both = member('both', [reviewer, 'county.observer']);
const head = member('head', [leader]);
const admin = member('admin', ['tenant.admin']);
const observer = member('observer', ['county.observer']);
const successor = member('successor', [reviewer]);

const desksOf = async (asker: Membership) => {
  const pages: unknown[] = [];
  const services = {
    members: async () => [both, head, admin, observer, successor, member('engineer', [engineer], 'cloud')],
    tasks: {
      page: async (post: unknown) => {
        pages.push(post);
        return { tasks: [] };
      },
    },
  };
  const desks = await listDesks(services, actorOf(asker));
  if (!desks.ok) throw new Error(desks.refusal.code);
  return { people: desks.value.people, pages };
};

describe('what may be handed over of another', () => {
  it('is what one heads, not every post of somebody who holds one of these', async () => {
    expect(leaverFor(actorOf(head), both)?.roles).toEqual([reviewer]);
    expect(leaverFor(actorOf(head), observer)).toBeUndefined();
    const { people, pages } = await desksOf(head);
    const successors = people.find(({ membership }) => membership === 'both')?.successors;
    expect(successors?.map(({ membership }) => membership)).toEqual(['successor']);
    expect(pages).toEqual([{ tenant, role: reviewer }]);
  });

  it('is everything but administration for the system administrator', () => {
    const all = member('all', [reviewer, 'county.observer', 'audit.admin']);
    expect(postsToHandOver(admin, all, new Map())).toEqual([reviewer, 'county.observer']);
  });
});

describe('a post of a provider', () => {
  it('is shared within the provider alone', () => {
    const one = member('one', [engineer], 'cloud');
    expect(sharedPosts(one, member('other', [engineer], 'telecom'))).toEqual([]);
    expect(sharedPosts(one, member('other', [engineer], 'cloud'))).toEqual([engineer]);
  });

  it('has its list in its organisation', async () => {
    const { pages } = await desksOf(admin);
    expect(pages).toContainEqual({ tenant, role: engineer, organisation: 'cloud' });
  });
});

import { describe, expect, it } from 'vitest';
import { endDelegations } from '#functions/desks/app/end-delegations.ts';
import type { DelegationChange } from '#functions/desks/app/ports.ts';
import type { Delegation } from '#functions/desks/domain/delegation.ts';
import { openHandOver } from '#functions/desks/domain/hand-over.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';

const tenant = 'yancheng/dafeng';
const [reviewer, leader] = ['county.cloud.reviewer', 'county.cloud.leader'];
const now = new Date('2026-12-05T02:00:00.000Z');
const party = (id: string) => ({ membershipId: id, personId: id, name: id, organisation: '县数据局' });

const delegation = (from: string, to: string, roles: readonly string[]): Delegation => ({
  id: `${from}-${to}`,
  tenant,
  from: party(from),
  to: party(to),
  roles,
  fromOn: '2026-12-01',
  untilOn: '2026-12-10',
  reason: '外出。',
  createdAt: '2026-11-30T01:00:00.000Z',
  state: 'active',
  version: 1,
});

const standing = (id: string): Membership => ({
  id,
  personId: id,
  name: id,
  tenant,
  organisation: { id: 'authority', name: '县数据局' },
  roles: [reviewer, leader],
  state: 'active',
  grantsVersion: 1,
  since: '2026-01-01T00:00:00.000Z',
});

/** What is written when `leaver` loses posts, to a successor or to nobody. */
const written = async (all: readonly Delegation[], lost: readonly string[], to?: string) => {
  const changes: DelegationChange[] = [];
  const services = {
    delegations: {
      given: async (_: string, id: string) => all.filter(({ from }) => from.membershipId === id),
      taken: async (_: string, id: string) => all.filter((one) => one.to.membershipId === id),
      head: async () => 1,
      findIdempotency: async () => undefined,
      commit: async (change: DelegationChange) => {
        changes.push(change);
        return { written: true } as const;
      },
    },
    posts: {
      standing: async (_: string, id: string) => standing(id),
      holdersOf: async () => [],
      standingOf: async () => [],
    },
    clock: { now: () => now },
    ids: { next: () => 'anew' },
  };
  const order = {
    id: 'job',
    tenant,
    from: { ...party('leaver'), roles: lost, organisationId: 'authority' },
    ...(to === undefined ? {} : { to: party(to) }),
    cause: to === undefined ? 'postEnded' : 'left',
    reason: '调离',
  } as const;
  await endDelegations(services, openHandOver(order, now.toISOString(), now));
  return changes.flatMap(({ delegations }) =>
    delegations.map(({ id, state, roles, version }) => ({ id, state, roles, version })),
  );
};

describe('when one of several posts ends', () => {
  it('what was entrusted in others stands, and what was entrusted in both goes on in the other', async () => {
    const all = [
      delegation('leaver', 'li', [leader]),
      delegation('leaver', 'wang', [reviewer, leader]),
      delegation('zhao', 'leaver', [reviewer]),
    ];
    expect(await written(all, [reviewer])).toEqual([
      { id: 'leaver-wang', state: 'active', roles: [leader], version: 2 },
      { id: 'zhao-leaver', state: 'revoked', roles: [reviewer], version: 2 },
    ]);
  });

  it('nothing is written where nothing was entrusted in it', async () => {
    expect(await written([delegation('leaver', 'li', [leader])], [reviewer])).toEqual([]);
  });
});

describe('what was entrusted to a leaver', () => {
  const both = [reviewer, leader];
  const ended = { id: 'zhao-leaver', state: 'revoked', roles: [reviewer], version: 2 };
  const entrusted = delegation('zhao', 'leaver', [reviewer]);

  it('goes on with the successor in the posts in which it was entrusted, no more', async () => {
    const anew = { id: 'anew', state: 'active', roles: [reviewer], version: 1 };
    expect(await written([entrusted], both, 'successor')).toEqual([ended, anew]);
  });

  it('ends where it would close a circle', async () => {
    const all = [entrusted, delegation('successor', 'li', both), delegation('li', 'zhao', both)];
    expect(await written(all, both, 'successor')).toEqual([ended]);
  });

  it('ends where the chain would be too long', async () => {
    const chain = [
      delegation('successor', 'a', both),
      delegation('a', 'b', both),
      delegation('b', 'c', both),
    ];
    expect(await written([entrusted, ...chain], both, 'successor')).toEqual([ended]);
  });

  it('is not held up by what ends with it', async () => {
    const all = [entrusted, delegation('leaver', 'zhao', both), delegation('successor', 'leaver', both)];
    expect((await written(all, both, 'successor')).map(({ id }) => id)).toContain('anew');
  });
});

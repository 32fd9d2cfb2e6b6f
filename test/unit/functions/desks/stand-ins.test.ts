import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deputiesOf, standsInFor } from '#functions/desks/app/stand-ins.ts';
import { type Delegation, longestChain, standingOn } from '#functions/desks/domain/delegation.ts';

const tenant = 'yancheng/dafeng';
const role = 'county.cloud.reviewer';
const party = (id: string) => ({ membershipId: id, personId: id, name: id, organisation: '县数据局' });

const delegation = (from: string, to: string, more: Partial<Delegation> = {}): Delegation => ({
  id: `${from}-${to}`,
  tenant,
  from: party(from),
  to: party(to),
  roles: [role],
  fromOn: '2026-12-01',
  untilOn: '2026-12-10',
  reason: '外出。',
  createdAt: '2026-11-30T01:00:00.000Z',
  state: 'active',
  version: 1,
  ...more,
});

/** What stands in the table, asked at an instant. */
const setup = (all: readonly Delegation[], instant = '2026-12-05T02:00:00.000Z') => {
  const services = {
    delegations: {
      given: async (_: string, id: string, from: string) =>
        all.filter((one) => one.from.membershipId === id && one.untilOn >= from),
      taken: async (_: string, id: string, from: string) =>
        all.filter((one) => one.to.membershipId === id && one.untilOn >= from),
    },
    clock: { now: () => new Date(instant) },
  };
  return {
    absentOf: async (membershipId: string) =>
      (await standsInFor(services, { tenant, membershipId })).map((absent) => absent.membershipId),
    standIns: (membershipId: string) => standsInFor(services, { tenant, membershipId }),
    deputies: (membershipId: string) => deputiesOf(services, tenant, membershipId, role),
  };
};

describe('whoever stands in', () => {
  it.each([
    ['2026-11-30T15:59:59.000Z', []],
    ['2026-11-30T16:00:00.000Z', ['zhang']],
    ['2026-12-10T15:59:59.000Z', ['zhang']],
    ['2026-12-10T16:00:00.000Z', []],
  ])(
    'at %s decides for %j: it begins and ends by itself, by the day in Shanghai',
    async (instant, absent) => {
      const desk = setup([delegation('zhang', 'li')], instant);
      expect(await desk.absentOf('li')).toEqual(absent);
      expect(await desk.deputies('zhang')).toEqual(absent.length > 0 ? ['li'] : []);
    },
  );

  it('does so no more once it has been revoked', async () => {
    expect(await setup([delegation('zhang', 'li', { state: 'revoked' })]).absentOf('li')).toEqual([]);
  });

  it('also stands in for those who had entrusted the absent one, for posts that every link passes on', async () => {
    const desk = setup([
      delegation('zhang', 'li', { roles: [role, 'county.cloud.leader'] }),
      delegation('li', 'wang'),
    ]);
    const [nearest, farther] = await desk.standIns('wang');
    expect(nearest).toMatchObject({ membershipId: 'li', roles: [role] });
    expect(farther).toMatchObject({ membershipId: 'zhang', roles: [role] });
    expect(farther?.grounds.map(({ id }) => id)).toEqual(['li-wang', 'zhang-li']);
    expect(await desk.deputies('zhang')).toEqual(['li', 'wang']);
  });

  it('is found, whatever circles stand in the table, without walking on for ever or standing in for themselves', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pair = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 20 }), fc.constantFrom(...people), async (pairs, me) => {
        const desk = setup(pairs.map(([from, to]) => delegation(from, to)));
        const absent = await desk.absentOf(me);
        expect(absent).not.toContain(me);
        expect(new Set(absent).size).toBe(absent.length);
        for (const { grounds } of await desk.standIns(me))
          expect(grounds.length).toBeLessThanOrEqual(longestChain);
        for (const one of absent) expect(await desk.deputies(one)).toContain(me);
      }),
      { numRuns: 300 },
    );
  });
});

it('a delegation says how it stands on a day', () => {
  const one = delegation('zhang', 'li');
  expect(['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11'].map((day) => standingOn(one, day))).toEqual(
    ['waiting', 'inForce', 'inForce', 'ended'],
  );
});

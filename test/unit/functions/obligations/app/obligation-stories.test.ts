import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explain, judge, perform } from '#functions/obligations/app/command-obligation.ts';
import { obligationEffects } from '#functions/obligations/app/obligation-effects.ts';
import type { ObligationServices } from '#functions/obligations/app/ports.ts';
import { recomputeObligation } from '#functions/obligations/app/recompute-obligation.ts';
import { sweepObligations } from '#functions/obligations/app/sweep-obligations.ts';
import { isOpen, type Obligation, orderedReclaim } from '#functions/obligations/domain/obligation-state.ts';
import { obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';

const cities = {
  yancheng: { tenant: 'yancheng/dafeng', ruleVersion: 'yancheng-2026-04-27', judge: 'city.cloud.operator' },
  kaifeng: { tenant: 'kaifeng/lankao', ruleVersion: 'kaifeng-2022-04-01', judge: 'city.cloud.authority' },
} as const;
type City = keyof typeof cities;

const person = (tenant: TenantId, role: string): Actor => ({
  personId: role,
  name: role,
  membershipId: role,
  tenant,
  organisation: { id: 'health', name: '卫健委' },
  roles: [role],
  grantsVersion: 1,
});

type Said = 'accept' | 'extend' | 'refuse' | 'reclaim' | 'pause' | 'resume';

/** One city's world in memory: time that only goes on, effects that are carried when the story says so. */
const worldOf = (city: City) => {
  const { tenant, ruleVersion, judge: judging } = cities[city];
  const node = tenant.slice(tenant.indexOf('/') + 1);
  const orderOf = (order: number) => `${node}.${String(order).padStart(26, '0')}`;
  const effects: Effect[] = [];
  const notices: ProcessNotice[] = [];
  const { store, partitions } = memoryAggregates(obligationShape(), effects, notices);
  let today = '2026-01-20';
  let serial = 0;
  const opened = new Map<string, string>();
  const reclaimed: string[] = [];
  const holders = new Map<string, string>();
  const clock = { now: () => new Date(`${today}T10:00:00+08:00`) };
  const references = {
    calendarOverlay: async () => ({ version: '0', days: [] }),
    nodesOf: async () => [{ id: tenant, name: node }],
    namesOf: async () => new Map(),
  };
  const system = { obligations: store, references, clock, newSalt: () => 'salt' };
  const handlers = obligationEffects({
    ...system,
    registry: {
      findSystem: async () => undefined,
      resourcesOf: async () =>
        [...opened.keys()].map((key) => {
          const orderId = key.slice(0, key.indexOf('#'));
          return { caseId: orderId, batch: 1, resourceId: `${orderId}-1` };
        }),
      keepSystem: async () => '',
      addResources: async () => undefined,
      changeResource: async () => undefined,
      note: async () => undefined,
    } as unknown as Parameters<typeof obligationEffects>[0]['registry'],
    lists: { list: async () => ({ rows: [] }) },
    openedBatch: async ({ orderId }, batch) => ({
      tenant,
      orderId,
      batch,
      systemId: orderOf(0),
      systemName: '平台',
      organisation: { id: 'health', name: '卫健委' },
      ruleVersion,
      openedAt: `${opened.get(`${orderId}#${batch}`)}T02:00:00.000Z`,
      resources: 0,
      kinds: ['host'],
    }),
    // A resource is in one reclamation at most.
    reclaim: async ({ reclamationId, resourceIds = [] }) => {
      const free = resourceIds.filter((id) => (holders.get(id) ?? reclamationId) === reclamationId);
      for (const id of free) holders.set(id, reclamationId);
      if (free.length > 0) reclaimed.push(reclamationId);
      return free.length > 0;
    },
  });
  const services = {
    ...system,
    obligationsWith: () => store,
    evidenceOf: async () => undefined,
    pages: { placesOf: async () => [], read: async () => [] },
  } satisfies ObligationServices;
  const idOf = (partition: string) => partition.slice(partition.lastIndexOf('#') + 1);
  const all = async (): Promise<Obligation[]> => {
    const loaded = await Promise.all(
      partitions().map((partition) => store.load({ tenant, obligationId: idOf(partition) })),
    );
    return loaded.flatMap((one) => (one ? [one.state] : []));
  };
  const asked = (role: string, of: TenantId) => {
    serial += 1;
    return { actor: person(of, role), operation: 'x', idempotencyKey: `k${serial}`, request: {} };
  };
  const on = async (obligationId: string) => ({
    obligationId,
    expectedVersion: (await store.load({ tenant, obligationId }))?.version ?? 0,
  });
  const chosen = async (pick: number) => {
    const ids = partitions().map(idOf).sort();
    return ids[pick % Math.max(ids.length, 1)];
  };
  const judgeOne = async (obligationId: string, verdict: Said) => {
    const reason = '理由。';
    const said =
      verdict === 'accept' || verdict === 'extend'
        ? { verdict, until: addDays(today, 40), reason }
        : { verdict, reason };
    await judge(services, asked(judging, cityTenantOf(tenant)), await on(obligationId), said);
  };
  return {
    all,
    effects,
    notices,
    partitions,
    opened,
    reclaimed,
    pass: (days: number) => {
      today = addDays(today, days);
    },
    openBatch: (order: number) => {
      const orderId = orderOf(order);
      opened.set(`${orderId}#1`, opened.get(`${orderId}#1`) ?? today);
      effects.push({ kind: 'obligations.batchOpened', tenant, orderId, batch: 1 });
    },
    /** Carries one of what waits, the given number of times. */
    carry: async (pick: number, times: number) => {
      const [effect] = effects.splice(pick % Math.max(effects.length, 1), 1);
      if (effect) for (let again = 0; again < times; again += 1) await handlers[effect.kind]?.(effect);
    },
    perform: async (pick: number) => {
      const obligationId = await chosen(pick);
      if (obligationId === undefined) return;
      const level = /-mlps(Again-\d+)?$/.test(obligationId) ? { level: 'level3' as const } : {};
      const body = { on: today, statement: '完成。', ...level };
      await perform(services, asked('department.clerk', tenant), await on(obligationId), body);
    },
    explain: async (pick: number) => {
      const obligationId = await chosen(pick);
      if (obligationId !== undefined)
        await explain(services, asked('department.clerk', tenant), await on(obligationId), {
          text: '推迟。',
        });
    },
    judge: async (pick: number, verdict: Said) => {
      const obligationId = await chosen(pick);
      if (obligationId !== undefined) await judgeOne(obligationId, verdict);
    },
    judgeKind: async (kind: string, verdict: Said) => {
      for (const one of await all()) if (one.kind === kind) await judgeOne(one.obligationId, verdict);
    },
    sweep: async () => {
      const due = (await all()).filter(
        ({ nextReminder }) => nextReminder && nextReminder.at <= clock.now().toISOString(),
      );
      return sweepObligations({
        ...system,
        due: {
          listDue: async function* (date) {
            yield due.filter(({ nextReminder }) => nextReminder?.at.slice(0, 10) === date);
          },
          watermark: async () => '2026-01-01',
          keepWatermark: async () => undefined,
        },
        mustStop: () => false,
      });
    },
    recompute: async () => {
      for (const { obligationId } of await all())
        await recomputeObligation(system, { tenant, obligationId }, [], '');
    },
  };
};

const verdict = fc.constantFrom(
  'accept' as const,
  'extend' as const,
  'refuse' as const,
  'reclaim' as const,
  'pause' as const,
  'resume' as const,
);
const step = fc.oneof(
  fc.record({ do: fc.constant('openBatch' as const), order: fc.nat(2) }),
  fc.record({ do: fc.constant('carry' as const), pick: fc.nat(20), times: fc.integer({ min: 1, max: 2 }) }),
  // A jump may lie over 春节 and its make-up days, and over several limits at once.
  fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 3, 8, 16, 35) }),
  fc.record({ do: fc.constant('perform' as const), pick: fc.nat(50) }),
  fc.record({ do: fc.constant('explain' as const), pick: fc.nat(50) }),
  fc.record({ do: fc.constant('judge' as const), pick: fc.nat(50), verdict }),
  fc.record({ do: fc.constantFrom('sweep' as const, 'recompute' as const) }),
);

const play = async (
  world: ReturnType<typeof worldOf>,
  one: typeof step extends fc.Arbitrary<infer S> ? S : never,
) => {
  switch (one.do) {
    case 'openBatch':
      return world.openBatch(one.order);
    case 'carry':
      return world.carry(one.pick, one.times);
    case 'pass':
      return world.pass(one.days);
    case 'perform':
      return world.perform(one.pick);
    case 'explain':
      return world.explain(one.pick);
    case 'judge':
      return world.judge(one.pick, one.verdict);
    case 'sweep':
      return world.sweep();
    default:
      return world.recompute();
  }
};

/** What must stand for a batch, and what each record must have begun. */
const expected = (city: City, all: readonly Obligation[], orders: readonly string[]): string[] => {
  const performed = (obligationId: string) =>
    all.some((one) => one.obligationId === obligationId && one.performance !== undefined);
  const perBatch = city === 'yancheng' ? ['deploy', 'goLive', 'pledge'] : ['beginDeploy', 'goLive'];
  const ofBatch = orders.flatMap((order) => perBatch.map((kind) => `${order}-b1-${kind}`));
  const live = orders.filter((order) => performed(`${order}-b1-goLive`));
  if (city === 'kaifeng')
    return [
      ...ofBatch,
      ...live.flatMap((order) =>
        ['stressTest', 'internalTest', 'riskAssessment'].map((kind) => `${order}-b1-${kind}`),
      ),
    ];
  const systemId = `dafeng.${'0'.repeat(26)}`;
  const deployed = orders.some((order) => performed(`${order}-b1-deploy`));
  const again: string[] = [];
  if (performed(`${systemId}-mlps`)) again.push(`${systemId}-mlpsAgain-1`);
  for (let turn = 1; performed(`${systemId}-mlpsAgain-${turn}`); turn += 1)
    again.push(`${systemId}-mlpsAgain-${turn + 1}`);
  return [
    ...ofBatch,
    ...(deployed ? [`${systemId}-mlps`, `${systemId}-crypto`] : []),
    ...(live.length > 0 ? [`${systemId}-mlpsPledge`] : []),
    ...again,
  ];
};

/** What is recorded with another is so exactly where the other is. */
const expectSettledTogether = (all: readonly Obligation[]): void => {
  const performed = new Map(all.map((one) => [one.obligationId, one.performance !== undefined]));
  for (const [obligationId, done] of performed) {
    const source = obligationId.replace(/-pledge$/, '-goLive').replace(/-mlpsPledge$/, '-mlps');
    expect([obligationId, done]).toEqual([obligationId, performed.get(source)]);
  }
};

const expectSound = (
  city: City,
  all: readonly Obligation[],
  orders: readonly string[],
  reclaimed: readonly string[],
): void => {
  expect(all.map(({ obligationId }) => obligationId).sort()).toEqual(expected(city, all, orders).sort());
  expectSettledTogether(all);
  const closed = all.filter(({ performance }) => performance);
  expect(closed.filter(({ nextReminder }) => nextReminder)).toEqual([]);
  // A decision that took nothing back does not stand.
  const ordered = all.filter(orderedReclaim);
  expect(new Set(reclaimed).size).toBe(ordered.length);
  if (city === 'kaifeng') expect(reclaimed).toEqual([]);
};

it.each(['yancheng', 'kaifeng'] as const)(
  'in %s no random story loses an obligation, opens two for one fact, reminds twice, or reclaims by itself',
  async (city) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const world = worldOf(city);
        for (const one of steps) await play(world, one);
        while (world.effects.length > 0) await world.carry(0, 2);
        const orders = [...world.opened.keys()].map((key) => key.slice(0, key.indexOf('#')));
        expectSound(city, await world.all(), orders, world.reclaimed);
        // Everything once more: nothing is told or written a second time.
        await world.sweep();
        const [told, before] = [world.notices.length, JSON.stringify(await world.all())];
        for (const order of [0, 1, 2].filter((one) => orders.some((id) => Number(id.slice(-1)) === one)))
          world.openBatch(order);
        while (world.effects.length > 0) await world.carry(0, 2);
        await world.sweep();
        await world.recompute();
        expect([world.notices.length, JSON.stringify(await world.all())]).toEqual([told, before]);
      }),
      { numRuns: 60 },
    );
  },
);

it('a second decision to take the same batch back takes nothing, and what it was about stays owed', async () => {
  const world = worldOf('yancheng');
  world.openBatch(0);
  while (world.effects.length > 0) await world.carry(0, 1);
  world.pass(90);
  const late = (await world.all()).filter(({ due }) => due !== undefined);
  for (const { kind } of late) await world.judgeKind(kind, 'reclaim');
  const decided = (await world.all()).filter(orderedReclaim);
  expect(decided.length).toBeGreaterThan(1);
  while (world.effects.length > 0) await world.carry(0, 2);
  const after = await world.all();
  expect(after.filter(orderedReclaim)).toHaveLength(1);
  const vain = after.filter(({ moves }) => moves.at(-1)?.kind === 'reclaimWithdrawn');
  expect(vain).toHaveLength(decided.length - 1);
  expect(vain.every(isOpen)).toBe(true);
});

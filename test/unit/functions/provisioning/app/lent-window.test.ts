import { describe, expect, it } from 'vitest';
import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import { answerWork } from '#functions/provisioning/app/answer-work.ts';
import type { LentResources } from '#functions/provisioning/app/lend-resources.ts';
import { openFromCase } from '#functions/provisioning/app/open-from-case.ts';
import { orderEffects } from '#functions/provisioning/app/order-effects.ts';
import { orderSummaryOf, todayFor } from '#functions/provisioning/app/summarise-order.ts';
import { waitInStep } from '#functions/provisioning/app/wait-in-step.ts';
import { isOpenWork } from '#functions/provisioning/domain/work-order.ts';
import { orderShape } from '#functions/provisioning/store/order-shape.ts';
import { workShape } from '#functions/provisioning/store/work-shape.ts';
import type { RegistryWriter, Resource } from '#functions/registry/ports/registry-for-processes.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';

const caseId = `weishi.${'0'.repeat(25)}1`;
const tenant: TenantId = 'kaifeng/weishi';
const engineer: Actor = {
  personId: 'engineer',
  name: 'engineer',
  membershipId: 'engineer',
  tenant: 'kaifeng/_city',
  organisation: { id: 'kaifeng-provider', name: '云服务商' },
  roles: ['provider.engineer'],
  grantsVersion: 1,
};
const by = { tenant, membership: 'm' };
const completed: CompletedCase = {
  ref: { tenant, caseId },
  kind: 'temporaryExpansion',
  organisation: { id: 'weishi-health', name: '尉氏县医保局' },
  systemName: '医保报销平台',
  ruleVersion: 'kaifeng-2022-04-01',
  completedAt: '2026-07-06T02:00:00.000Z',
  milestones: [
    { kind: 'confirmed', at: '2026-07-06T01:00:00.000Z', by, stage: '单位负责人确认' },
    { kind: 'approved', at: '2026-07-06T02:00:00.000Z', by, stage: '审核' },
  ],
  form: {},
  lines: [
    {
      lineNo: 1,
      productId: 'host',
      product: { name: '云主机', kind: 'host', specification: '4核8G', unit: '台' },
      asked: 2,
      quantity: 2,
      unitPriceFen: 24_100,
      row: {},
    },
  ],
  priceVersion: 'c',
  window: { from: '2026-07-09', to: '2026-07-20', clause: 'kf-cloud-21-5' },
};

/** Everything in memory; the clock is moved, each effect whose time has come is carried twice. */
const setup = async () => {
  let now = new Date('2026-07-06T02:00:00.000Z');
  const time = { clock: { now: () => now }, newSalt: () => 'salt' };
  const effects: Effect[] = [];
  const notices: ProcessNotice[] = [];
  const orders = memoryAggregates(orderShape, effects, notices);
  const work = memoryAggregates(workShape, effects);
  const rows = new Map<string, Resource>();
  const taken: LentResources[] = [];
  const ended = new Map<string, string>();
  const registry: RegistryWriter = {
    findSystem: async () => undefined,
    resourcesOf: async () => [...rows.values()],
    keepSystem: async () => caseId,
    addResources: async (given) => {
      for (const row of given) if (!rows.has(row.resourceId)) rows.set(row.resourceId, row);
    },
    changeResource: async (_ref, id, change) => {
      const row = rows.get(id);
      const after = row && change(row);
      if (after) rows.set(id, after);
      return after ?? row;
    },
    note: async () => undefined,
    findByName: async () => undefined,
    closeSystem: async () => undefined,
  };
  const references = {
    calendarOverlay: async () => ({ version: '0', days: [] }),
    nodesOf: async () => [{ id: tenant, name: '尉氏县' }],
    namesOf: async () => new Map(),
    letterInForce: async () => undefined,
  };
  const ref = { tenant, orderId: caseId };
  const machine = {
    start: async () => undefined,
    tell: async (token: string, outcome: string) => {
      ended.set(token, outcome);
    },
  };
  const services = { orders: orders.store, machine, ...time };
  const handlers = orderEffects({
    ...services,
    work: work.store,
    registry,
    takeBack: async (lent) => {
      if (!taken.some(({ reclamationId }) => reclamationId === lent.reclamationId)) taken.push(lent);
    },
    takeAlong: async () => {},
    exitOf: async () => ({}),
    tell: async () => {},
  });
  const carry = async (): Promise<void> => {
    for (;;) {
      const index = effects.findIndex(
        ({ notBefore }) => typeof notBefore !== 'string' || now >= new Date(notBefore),
      );
      const [effect] = index < 0 ? [] : effects.splice(index, 1);
      if (!effect) return;
      for (let times = 0; times < 2; times += 1) await handlers[effect.kind]?.(effect);
    }
  };
  await openFromCase(
    { ...services, registry, references, providersOf: async () => [engineer.organisation] },
    completed,
    caseId,
  );
  await waitInStep(services, ref, { step: 'batch', batch: 1, token: 't' });
  const workRef = { provider: 'kaifeng-provider', workId: `${caseId}-b1` };
  const story = {
    moveTo: async (date: string) => {
      now = new Date(`${date}T01:00:00.000Z`);
      await carry();
    },
    order: async () => {
      const state = (await orders.store.load(ref))?.state;
      if (!state) throw new Error('no order');
      return state;
    },
    label: async () => {
      const order = await story.order();
      return orderSummaryOf(order, '尉氏县', await todayFor({ references, ...time }, tenant)).statusLabel;
    },
    work: async () => (await work.store.load(workRef))?.state,
    report: async (opened: number) => {
      const found = await work.store.load(workRef);
      if (!found) throw new Error('no work');
      const answer = await answerWork(
        { work: work.store, workLists: { listWork: async () => ({ rows: [] }) }, references, ...time },
        { actor: engineer, operation: 'x', idempotencyKey: `k${found.version}`, request: {} },
        { workId: workRef.workId, expectedVersion: found.version },
        {
          kind: 'report',
          opened: found.state.units.slice(0, opened).map(({ unitId }, index) => ({
            unitId,
            instanceId: `i-${index}`,
            addresses: [`10.0.0.${index}`],
          })),
          failed: [],
        },
      );
      return answer.ok;
    },
    carry,
    ...{ rows, taken, ended, notices },
  };
  await carry();
  return story;
};

describe('a temporary expansion', () => {
  it('[kf-cloud-21-5] [kf-cloud-21-4] is ordered on its first day, once, and given back behind its last, billed no day longer', async () => {
    const story = await setup();
    expect([await story.work(), await story.label()]).toEqual([undefined, '待开始']);
    await story.moveTo('2026-07-08');
    expect(await story.work()).toBeUndefined();
    await story.moveTo('2026-07-09');
    expect(await story.work()).toMatchObject({
      window: { from: '2026-07-09', to: '2026-07-20' },
      due: { dueOn: '2026-07-09', clause: 'kf-cloud-21-5' },
      units: [{ state: 'ordered' }, { state: 'ordered' }],
    });
    expect((await story.order()).batches).toHaveLength(1);
    await story.report(2);
    await story.carry();
    expect([await story.label(), [...story.ended.values()]]).toEqual(['保障中', ['Concluded']]);
    await story.moveTo('2026-07-20');
    expect([await story.label(), story.taken]).toEqual(['保障中', []]);
    await story.moveTo('2026-07-24');
    expect(await story.label()).toBe('已到期');
    expect(story.taken).toMatchObject([
      {
        reclamationId: caseId,
        actFrom: '2026-07-21',
        decision: { at: '2026-07-06T02:00:00.000Z', by },
        acknowledged: { by, byForm: true },
        resourceIds: [`${caseId}-1-1`, `${caseId}-1-2`],
      },
    ]);
    expect([...story.rows.values()].map(({ billing }) => billing)).toEqual(
      Array.from({ length: 2 }, () => [
        expect.objectContaining({ from: '2026-07-09', to: '2026-07-21', quantity: 1 }),
      ]),
    );
  });

  it('reminds whoever asked, whoever runs the cloud and the provider before its end, and only while it runs', async () => {
    const { notices } = await setup();
    const soon = notices.filter(({ event }) => event === 'window.soon');
    expect(soon.flatMap(({ holders }) => holders.map(({ role }) => role))).toEqual([
      'department.clerk',
      'city.cloud.authority',
      'provider.engineer',
    ]);
    for (const { notBefore, ...notice } of soon)
      expect([notBefore, notice.while]).toEqual([
        '2026-07-19T01:00:00.000Z',
        { of: 'windowRuns', tenant, orderId: caseId },
      ]);
  });

  it('nothing is opened any more by a sweep that comes after its last day, and nothing stays open', async () => {
    const story = await setup();
    await story.moveTo('2026-08-03');
    expect(await story.work()).toBeUndefined();
    expect((await story.order()).completedAt).toBeDefined();
    expect([await story.label(), story.taken, [...story.ended.values()]]).toEqual([
      '已到期',
      [],
      ['Concluded'],
    ]);
  });

  it('what the provider had not opened by then is wanted back, what it had is given back; never whole, it is never billed', async () => {
    const story = await setup();
    await story.moveTo('2026-07-10');
    await story.report(1);
    await story.carry();
    await story.moveTo('2026-07-21');
    const work = await story.work();
    expect(work && [isOpenWork(work), work.units.map(({ state }) => state)]).toEqual([
      false,
      ['opened', 'released'],
    ]);
    expect(story.taken.map(({ resourceIds }) => resourceIds)).toEqual([[`${caseId}-1-1`]]);
    expect([await story.label(), [...story.ended.values()]]).toEqual(['已到期', ['Concluded']]);
    expect(await story.report(2)).toBe(false);
    const [row] = story.rows.values();
    expect(row?.billing).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import { isMessageEvent } from '#functions/notify/domain/message-texts.ts';
import { answerWork, depositCredentials } from '#functions/provisioning/app/answer-work.ts';
import { collect, confirm, plan } from '#functions/provisioning/app/command-order.ts';
import { isProvider } from '#functions/provisioning/app/find-order.ts';
import { openFromCase } from '#functions/provisioning/app/open-from-case.ts';
import { orderEffects } from '#functions/provisioning/app/order-effects.ts';
import type { PlanningServices } from '#functions/provisioning/app/ports.ts';
import { openCredentials, sealCredentials } from '#functions/provisioning/app/seal-credentials.ts';
import { viewOrder } from '#functions/provisioning/app/view-order.ts';
import { viewWork } from '#functions/provisioning/app/view-work.ts';
import { waitInStep } from '#functions/provisioning/app/wait-in-step.ts';
import { letterShape } from '#functions/provisioning/store/letter-shape.ts';
import { orderShape } from '#functions/provisioning/store/order-shape.ts';
import { workShape } from '#functions/provisioning/store/work-shape.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import { orderView } from '#shared/contracts/provisioning.ts';
import { workView } from '#shared/contracts/work-orders.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { newSecretCode } from '#shared/kernel/secret-code.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';

const caseId = `dafeng.${'0'.repeat(25)}1`;
const tenant: TenantId = 'yancheng/dafeng';
const person = (membershipId: string, of: TenantId, organisation: string, ...roles: string[]): Actor => ({
  personId: membershipId,
  name: membershipId,
  membershipId,
  tenant: of,
  organisation: { id: organisation, name: organisation },
  roles,
  grantsVersion: 1,
});
const people = {
  clerk: person('clerk', tenant, 'dafeng-health', 'department.clerk'),
  operator: person('operator', 'yancheng/_city', 'yancheng-operator', 'city.cloud.operator'),
  engineer: person('engineer', 'yancheng/_city', 'yancheng-provider', 'provider.engineer'),
};

const completed: CompletedCase = {
  ref: { tenant, caseId },
  kind: 'cloudApplication',
  organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
  systemName: '平台',
  ruleVersion: 'yancheng-2026-04-27',
  completedAt: '2026-07-06T02:00:00.000Z',
  milestones: [],
  form: {},
  lines: [
    {
      lineNo: 1,
      productId: 'host',
      product: { name: '云主机', kind: 'host', specification: '4核8G', unit: '台' },
      asked: 3,
      quantity: 2,
      unitPriceFen: 24_100,
      row: { pool: 'countyPool', zone: 'extranet', purpose: '业务节点' },
    },
  ],
  priceVersion: 'c',
};

type Rows = Parameters<RegistryWriter['addResources']>[0];

/** Everything in memory, with a machine that waits where the definition does; each effect is carried twice. */
const setup = () => {
  const effects: Effect[] = [];
  const notices: ProcessNotice[] = [];
  const orders = memoryAggregates(orderShape, effects, notices);
  const work = memoryAggregates(workShape, effects, notices);
  const letters = memoryAggregates(letterShape(), effects);
  const rows = new Map<string, Rows[number]>();
  const ref = { tenant, orderId: caseId };
  let tokens = 0;
  const ended: string[] = [];
  const time = { clock: { now: () => new Date('2026-07-07T02:00:00.000Z') }, newSalt: () => 'salt' };
  const waiting: (() => Promise<void>)[] = [];
  const waits = (step: 'confirmation' | 'batch', batch?: number) =>
    waiting.push(() => {
      tokens += 1;
      const token = `${step}${batch ?? ''}/${tokens}`;
      return waitInStep(machined, ref, { step, ...(batch === undefined ? {} : { batch }), token });
    });
  const told = new Set<string>();
  const machine = {
    start: async (_ref: object, confirmation: boolean) => {
      if (told.has('start')) return;
      told.add('start');
      waits(confirmation ? 'confirmation' : 'batch', confirmation ? undefined : 1);
    },
    tell: async (token: string, outcome: string, next: number) => {
      if (told.has(token)) return;
      told.add(token);
      if (outcome === 'Concluded') ended.push(token);
      else waits('batch', next);
    },
  };
  const machined = { orders: orders.store, machine, ...time };
  const registry: RegistryWriter = {
    findSystem: async () => undefined,
    resourcesOf: async () => [],
    keepSystem: async () => caseId,
    addResources: async (given) => {
      for (const row of given) if (!rows.has(row.resourceId)) rows.set(row.resourceId, row);
    },
    changeResource: async () => undefined,
    note: async () => undefined,
    findByName: async () => undefined,
    closeSystem: async () => undefined,
  };
  const references = {
    calendarOverlay: async () => ({ version: '0', days: [] }),
    nodesOf: async () => [{ id: tenant, name: '大丰区' }],
    namesOf: async () => new Map(),
    letterInForce: async () => undefined,
  };
  const services: PlanningServices = {
    orders: orders.store,
    lists: { idsOf: async () => [], read: async () => [] },
    letters: {
      ...letters.store,
      load: async () => ({ state: signed, version: 1, head: { seq: 1, hash: '' }, salt: '' }),
    },
    lettersWith: () => letters.store,
    references,
    domainPlan: async () => undefined,
    ...time,
  };
  const desk = { work: work.store, workLists: { listWork: async () => ({ rows: [] }) }, references, ...time };
  const handlers = orderEffects({
    ...machined,
    work: work.store,
    registry,
    takeBack: async () => undefined,
    takeAlong: async () => {},
    exitOf: async () => ({}),
    tell: async () => {},
  });
  const settle = async (): Promise<void> => {
    while (effects.length + waiting.length > 0) {
      const effect = effects.shift();
      if (effect) for (let times = 0; times < 2; times += 1) await handlers[effect.kind]?.(effect);
      else await waiting.shift()?.();
    }
  };
  let keys = 0;
  const asked = (actor: Actor) => {
    keys += 1;
    return { actor, operation: 'x', idempotencyKey: `key-${keys}`, request: {} };
  };
  const version = async () => (await orders.store.load(ref))?.version ?? 0;
  const on = async () => ({ orderId: caseId, expectedVersion: await version() });
  const onWork = async (workId: string) => ({
    workId,
    expectedVersion: (await work.store.load({ provider: 'yancheng-provider', workId }))?.version ?? 0,
  });
  return {
    services,
    desk,
    settle,
    asked,
    on,
    onWork,
    rows,
    ended,
    notices,
    orders: orders.store,
    ref,
    registry,
    references,
    time,
  };
};
const signed = {
  tenant,
  organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
  signatures: [
    { version: 1, digest: 'd', at: '2026-07-06T02:00:00.000Z', by: { tenant, membership: 'cdo' } },
  ],
};

/** Where a post lies that is told of an order, and of which organisation. */
const placeOf = ({ tenant: of, organisation }: ProcessNotice['holders'][number]) => [of, organisation];
const placeOfRole = (role: string) => {
  if (role.startsWith('department.')) return [tenant, 'dafeng-health'];
  return ['yancheng/_city', role === 'provider.engineer' ? 'yancheng-provider' : undefined];
};

describe('from an approved application to resources in the registry', () => {
  it('everybody does their part, every effect is carried twice, and each resource stands once', async () => {
    const story = setup();
    const { services, desk } = story;
    for (let times = 0; times < 2; times += 1)
      await openFromCase(
        {
          ...services,
          registry: story.registry,
          providersOf: async () => [{ id: 'yancheng-provider', name: '云服务商' }],
        },
        completed,
        caseId,
      );
    await story.settle();
    expect((await confirm(services, story.asked(people.clerk), await story.on())).ok).toBe(true);
    expect((await confirm(services, story.asked(people.operator), await story.on())).ok).toBe(true);
    const confirming = await story.onWork(`${caseId}-c`);
    expect(
      await answerWork(desk, story.asked(people.engineer), confirming, { kind: 'confirm' }),
    ).toMatchObject({
      ok: true,
      value: { state: 'done' },
    });
    await story.settle();

    const seen = await viewOrder(services, people.operator, caseId);
    if (!seen.ok) throw new Error(seen.refusal.code);
    expect(orderView.parse(seen.value)).toMatchObject({
      status: 'opening',
      may: ['planBatch', 'dropRemainder'],
    });
    const planned = await plan(services, story.asked(people.operator), {
      ...(await story.on()),
      quantities: [{ lineNo: 1, quantity: 2 }],
    });
    expect(planned).toMatchObject({ ok: true, value: { status: 'opening' } });
    await story.settle();

    const work = await viewWork(desk, people.engineer, `${caseId}-b1`);
    if (!work.ok) throw new Error(work.refusal.code);
    expect(workView.parse(work.value)).toMatchObject({ state: 'open', may: ['report'], total: 2 });
    const opened = work.value.units.map(({ unitId }, index) => ({
      unitId,
      instanceId: `i-${index}`,
      addresses: [`10.0.0.${index + 1}`],
    }));
    expect(
      await answerWork(desk, story.asked(people.engineer), await story.onWork(`${caseId}-b1`), {
        kind: 'report',
        opened,
        failed: [],
      }),
    ).toMatchObject({ ok: true, value: { state: 'done' } });
    const left = await depositCredentials(
      desk,
      { newCode: newSecretCode, seal: sealCredentials },
      people.engineer,
      await story.onWork(`${caseId}-b1`),
      'root / 口令',
    );
    if (!left.ok) throw new Error(left.refusal.code);
    await story.settle();

    expect(story.ended).toHaveLength(1);
    expect([...story.rows.values()]).toMatchObject([
      { resourceId: `${caseId}-1-1`, instanceId: 'i-0', billing: [{ from: '2026-07-07', quantity: 1 }] },
      { resourceId: `${caseId}-1-2`, addresses: ['10.0.0.2'] },
    ]);
    const got = await collect(services, openCredentials, people.clerk, {
      ...(await story.on()),
      batch: 1,
      code: left.value.code,
    });
    expect(got).toMatchObject({ ok: true, value: { credentials: 'root / 口令' } });
    const toPeople = story.notices.filter(({ webhook }) => !webhook);
    expect(toPeople.map(({ event, holders }) => [event, ...holders.map(({ role }) => role)])).toEqual([
      ['letter.toSign', 'department.cdo', 'department.head'],
      ['order.toConfirm', 'department.clerk', 'department.cdo', 'department.head'],
      ['order.toConfirm', 'city.cloud.operator'],
      ['work.issued', 'provider.engineer'],
      ['order.toPlan', 'city.cloud.operator'],
      ['work.issued', 'provider.engineer'],
      ['batch.opened', 'department.clerk', 'city.cloud.operator'],
      ['credentials.waiting', 'department.clerk'],
    ]);
    for (const { event, holders } of story.notices) {
      expect(isMessageEvent(event)).toBe(true);
      expect(holders.map(placeOf)).toEqual(holders.map(({ role }) => placeOfRole(role)));
    }
    const after = await viewOrder(services, people.clerk, caseId);
    expect(after).toMatchObject({
      ok: true,
      value: { status: 'opened', batches: [{ credentials: 'collected' }] },
    });
  });
});

describe('an application that was assessed to nothing', () => {
  it('opens no order, since there is nothing with which one could end', async () => {
    const { services, settle, orders, ref, ended, registry } = setup();
    const lines = completed.lines.map((line) => ({ ...line, quantity: 0 }));
    const providersOf = async () => [{ id: 'yancheng-provider', name: '云服务商' }];
    await openFromCase({ ...services, registry, providersOf }, { ...completed, lines }, caseId);
    await settle();
    expect(await orders.load(ref)).toBeUndefined();
    expect(ended).toEqual([]);
  });
});

describe('a provider’s engineer', () => {
  it.each([[['provider.engineer']], [['provider.engineer', 'city.viewer']]])(
    'as %j is known by that post, whichever others they hold',
    (roles) => expect(isProvider({ roles })).toBe(true),
  );
  it.each([[['city.cloud.operator']], [[]]])('is not who holds %j', (roles) =>
    expect(isProvider({ roles })).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import type { ExitStanding } from '#functions/cases/ports/exits.ts';
import { settleReplaced } from '#functions/provisioning/app/bill-replaced.ts';
import type { Order } from '#functions/provisioning/domain/order-state.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { orderStory } from '#test/support/order-story.ts';

type Row = Awaited<ReturnType<RegistryWriter['resourcesOf']>>[number];

const exit = 'lankao.exit';
const terms = { quantity: 1, unitPriceFen: 100, priceVersion: 'v', clause: 'kf-cloud-10-2' };

/** A system whose older host a major change replaces; what the exit beside it says may change while it is looked at. */
const setup = (...standings: readonly ExitStanding[]) => {
  const story = orderStory(1);
  story.confirmsAll('2026-07-07T02:00:00.000Z');
  story.plans(1, 1);
  story.opens(1, '2026-07-20T02:00:00.000Z');
  const order: Order = { ...story.now(), ruleVersion: 'kaifeng-2022-04-01', parties: [], replaces: exit };
  const row = (caseId: string, openedAt: string): Row => ({
    ...{ resourceId: `${caseId}-1-1`, systemId: order.systemId, tenant: order.tenant, caseId, openedAt },
    ...{ kind: 'host', unit: '台', specifications: [], pool: { kind: 'cityPool' }, zone: 'extranet' },
    ...{ lineNo: 1, batch: 1, instanceId: 'i', addresses: [], state: 'inUse', revision: 1 },
    billing: [{ from: openedAt.slice(0, 10), ...terms }],
  });
  const old = row('dafeng.0', '2026-01-05T02:00:00.000Z');
  const rows = new Map(
    [old, row(order.orderId, '2026-07-20T02:00:00.000Z')].map((one) => [one.resourceId, one]),
  );
  const life: string[] = [];
  const told: string[] = [];
  let looks = 0;
  return {
    life,
    told,
    settle: () =>
      settleReplaced(
        {
          registry: {
            resourcesOf: async () => [...rows.values()],
            changeResource: async (_ref, id, change) => {
              const before = rows.get(id);
              const after = before && change(before);
              if (after) rows.set(id, after);
              return after ?? before;
            },
            note: async (_ref, events) => {
              life.push(...events.map(({ text }) => text));
            },
          },
          exitOf: async () => {
            looks += 1;
            return standings[Math.min(looks, standings.length) - 1] ?? {};
          },
          tell: async (_ref, what, { event, facts }) => {
            told.push(`${what} ${event} ${facts['outcome']}`);
          },
        },
        order,
      ),
    billed: () => [...rows.values()].map(({ billing }) => billing.map(({ from, to }) => [from, to])),
  };
};

const fresh = [['2026-07-20', undefined]];
const askedAt = '2026-07-08T02:00:00.000Z';
const rejected = { askedAt, givenUpAt: '2026-08-03T02:00:00.000Z' };

describe('what a major change replaces', () => {
  it('is billed no more from the new on, while its exit is asked for; of an exit asked for later, from then on', async () => {
    const story = setup({ askedAt });
    await story.settle();
    expect(story.billed()).toEqual([[['2026-01-05', '2026-07-20']], fresh]);
    expect([story.life, story.told]).toEqual([[], []]);
    const late = setup({ askedAt: '2026-07-25T02:00:00.000Z' });
    await late.settle();
    expect(late.billed()[0]).toEqual([['2026-01-05', '2026-07-25']]);
  });

  it('is billed on while nobody has asked for its exit, and the unit is told', async () => {
    const story = setup({});
    await story.settle();
    expect(story.billed()[0]).toEqual([['2026-01-05', undefined]]);
    expect(story.life).toEqual(['旧资源退出申请还没有提交，旧资源照常计费']);
    expect(story.told).toEqual(['unasked replaced.billed 旧资源退出申请还没有提交，旧资源照常计费']);
  });

  it('is billed again from the day on which its exit was rejected, and the unit is told', async () => {
    const story = setup(rejected);
    await story.settle();
    await story.settle();
    expect(story.billed()[0]).toEqual([
      ['2026-01-05', '2026-07-20'],
      ['2026-08-03', undefined],
    ]);
    expect(new Set(story.life)).toEqual(
      new Set(['旧资源退出申请于 2026-08-03 未获同意或已撤回，旧资源仍在使用，自当日起照常计费']),
    );
    expect(new Set(story.told).size).toBe(1);
  });

  it('is billed so too where the exit is rejected while its days are being written', async () => {
    const story = setup({ askedAt }, rejected);
    await story.settle();
    expect(story.billed()[0]).toEqual([
      ['2026-01-05', '2026-07-20'],
      ['2026-08-03', undefined],
    ]);
  });
});

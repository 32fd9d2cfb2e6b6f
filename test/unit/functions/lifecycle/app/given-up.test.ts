import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '#shared/log/log.ts';
import { completedCase } from '#test/support/lifecycles/cases-of-story.ts';
import { passingOf } from '#test/support/lifecycles/play-passing.ts';
import { worldOfLifecycles } from '#test/support/lifecycles/world-of-lifecycles.ts';

beforeAll(() => {
  vi.spyOn(log, 'info').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

const systemName = '平台';
const one = [{ product: 'small', quantity: 1, pool: 'countyPool' }] as const;

/** A county with a system whose shutdown is approved while its first order is still being carried out. */
const setup = async () => {
  const world = worldOfLifecycles('kaifeng');
  const passing = passingOf(world);
  const settle = () => passing.settle();
  const complete = async (
    ...about: Parameters<typeof completedCase> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const completed = completedCase(world, ...about);
    world.complete(completed);
    await settle();
    return completed.ref.caseId;
  };
  const systemId = await complete({ kind: 'cloudApplication', systemName }, one);
  return {
    world,
    systemId,
    complete,
    settle,
    /** Everything that was ever carried, once more. */
    again: () => passing.carryAllAgain(),
    /** The approval alone: nothing has been taken back yet. */
    approveShutdown: () => {
      const { tenant, ruleVersion, time } = world;
      const by = { tenant, membership: 'leader' };
      const decision = { at: time.clock.now().toISOString(), by, reason: '并入。' };
      return world.services.reclamation.claims.close(
        { tenant, systemId },
        { caseId: 'lankao.shutdown', decision, ruleVersion },
      );
    },
    shutDown: () => complete({ kind: 'shutdown', systemName, systemId }, []),
    systemOf: (caseId: string) =>
      world.stores.orders.all().find(({ orderId }) => orderId === caseId)?.systemId,
    life: () => world.kept.life().map(([, event]) => String(JSON.parse(event).text)),
  };
};

describe('what is approved behind a shutdown of its system', () => {
  it('is a system of its own where it is an application, which bears the name from then on', async () => {
    const story = await setup();
    await story.shutDown();
    const anew = await story.complete({ kind: 'cloudApplication', systemName }, one);
    expect(story.systemOf(anew)).toBe(anew);
    const more = await story.complete({ kind: 'cloudApplication', systemName }, one);
    expect(story.systemOf(more)).toBe(anew);
    const before = JSON.stringify([story.world.kept.systems(), story.world.stores.orders.all()]);
    await story.again();
    expect(JSON.stringify([story.world.kept.systems(), story.world.stores.orders.all()])).toBe(before);
    expect(
      story.world.kept.systems().map(({ systemId, closedAt }) => [systemId, closedAt !== undefined]),
    ).toEqual([
      [story.systemId, true],
      [anew, false],
    ]);
  });

  it.each([
    ['resourceChange', 'minor'],
    ['temporaryExpansion', undefined],
    ['cloudApplication', undefined],
  ] as const)(
    'is not opened where it is a %s of that system: the timeline says why and the unit is told once',
    async (kind, scale) => {
      const story = await setup();
      await story.approveShutdown();
      const about =
        kind === 'temporaryExpansion' ? { kind, systemName } : { kind, systemName, systemId: story.systemId };
      const caseId = await story.complete({ ...about, ...(scale ? { scale } : {}) }, one);
      await story.again();
      expect(story.systemOf(caseId)).toBeUndefined();
      expect(story.life().filter((text) => text.startsWith('申请审核通过，但关停申请已于'))).toEqual([
        '申请审核通过，但关停申请已于 2026-01-19 批准，不再开通或变更资源',
      ]);
      expect([...story.world.cases.told.keys()]).toEqual([`${caseId}#unopened`]);
      expect(story.world.cases.told.get(`${caseId}#unopened`)).toMatchObject({
        event: 'order.unopened',
        facts: { outcome: '关停申请已于 2026-01-19 批准' },
      });
    },
  );

  it('goes into that system where it was approved before, and is taken back along with the rest', async () => {
    const story = await setup();
    const early = completedCase(story.world, { kind: 'cloudApplication', systemName }, one);
    await story.approveShutdown();
    story.world.complete(early);
    await story.settle();
    expect(story.systemOf(early.ref.caseId)).toBe(story.systemId);
    // One that was approved behind it does not, though the system still bears the name.
    const late = await story.complete({ kind: 'cloudApplication', systemName }, one);
    expect(story.systemOf(late)).toBe(late);
  });
});

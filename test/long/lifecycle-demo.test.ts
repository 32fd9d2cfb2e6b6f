import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessClock } from '#examples/lifecycle/business-clock.ts';
import { playKaifeng } from '#examples/lifecycle/kaifeng/play-kaifeng.ts';
import { kaifengPeople } from '#examples/lifecycle/kaifeng/told.ts';
import { playLifecycle } from '#examples/lifecycle/play-lifecycle.ts';
import type { ObligationList } from '#shared/contracts/obligations.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { writtenApplication } from '#test/support/county-cast.ts';
import { awaitRead, provisioningCast } from '#test/support/provisioning-story.ts';
import { type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startSystem();
});
afterAll(() => running.stop());

const dayBefore = (date = '') => (date === '' ? '' : addDays(date, -1));
const dayAfter = (date: string) => addDays(date, 1);

/** Days of a resource's bill, each as often as it is billed. */
const billedDays = (resource: SystemView['resources'][number], until: string): readonly string[] =>
  resource.billing.flatMap(({ from, to = until }) => {
    const days: string[] = [];
    for (let day = from; day < to; day = dayAfter(day)) days.push(day);
    return days;
  });

const expectBilledOnce = (resources: SystemView['resources'], until: string): void => {
  for (const resource of resources) {
    const days = billedDays(resource, until);
    expect(new Set(days).size, resource.resourceId).toBe(days.length);
  }
};

describe('`npm run demo -- lifecycle`', () => {
  it('plays three systems to their ends, bills no day twice and nothing after it was taken back', async () => {
    const { system } = running;
    const cast = await provisioningCast(system, 'sheyang');
    const clock = businessClock(system);
    const told: string[] = [];
    const { systems, certificate } = await playLifecycle({
      cast,
      application: writtenApplication(),
      clock,
      tell: (line) => told.push(line),
    });
    const today = await clock.today();
    const views = await Promise.all(
      systems.map(async (id) => (await cast.desks.clerk.get<SystemView>(`/v1/systems/${id}`)).body),
    );
    const [grown, idle, old] = views;
    expect(grown?.resources.map(({ state }) => state)).toEqual(Array.from({ length: 40 }, () => 'inUse'));
    for (const gone of [idle, old]) {
      expect(gone?.resources.map(({ state }) => state)).toEqual(['reclaimed', 'reclaimed']);
      expect(gone?.monthlyCostFen).toBe(0);
    }
    expectBilledOnce(
      views.flatMap(({ resources }) => resources),
      today,
    );
    const owed = async (show: string) =>
      (
        await cast.desks.clerk.get<ObligationList>(`/v1/obligations?limit=100&show=${show}`)
      ).body.items.filter(({ systemId }) => systemId === idle?.systemId || systemId === old?.systemId);
    await awaitRead(
      () => owed('open'),
      (open) => open.length === 0,
    );
    const ended = await owed('done');
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.every(({ status, waitsFor }) => status === 'ended' && waitsFor === 'nobody')).toBe(true);
    const paper = await fetch(`${system.baseUrl}/certificates`, {
      method: 'POST',
      body: new URLSearchParams({ number: certificate.number, code: certificate.code }),
    });
    expect([paper.status, (await paper.text()).includes('证明有效')]).toEqual([200, true]);
    expect(told.at(-1)).toContain(certificate.number);
  }, 180_000);

  it('[kf-cloud-21-5] [kf-cloud-11-1] plays a system of Kaifeng to its end under its own rules: the campaign’s hosts are billed for their days alone, the old ones not beside the new', async () => {
    const { system } = running;
    const cast = await kaifengPeople(system, 'weishi');
    const clock = businessClock(system);
    const told: string[] = [];
    const { system: ended, left } = await playKaifeng({ cast, clock, tell: (line) => told.push(line) });
    const { systemId, resources, organisation, name } = ended;
    expect(left).toEqual([false, true]);
    expect(told.find((line) => line.includes('暂不能办结'))).toContain(
      `尚未迁移的系统：${organisation.name}“${name}”`,
    );
    expect(resources.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'reclaimed'));
    expectBilledOnce(resources, await clock.today());
    const spans = resources
      .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
      .map(({ billing }) => billing.map(({ from, to }) => [from, to ?? '']));
    const [first = [], lent = [], replacing = []] = [
      spans.slice(0, 2),
      spans.slice(2, 4),
      spans.slice(4),
    ].map((some) => some.flat());
    const window = told.find((line) => line.includes('保障期间')) ?? '';
    expect(lent.map((span) => window.includes(`保障期间 ${span[0]}`) && dayBefore(span[1]))).toEqual(
      lent.map(() => window.slice(-10)),
    );
    expect(first.every(([, to = '']) => replacing.every(([from = '']) => to <= from))).toBe(true);
    const { items } = (await cast.desks.clerk.get<ObligationList>('/v1/obligations?limit=100&show=open'))
      .body;
    expect(items.filter((item) => item.systemId === systemId)).toEqual([]);
    expect(
      (await cast.desks.provider.workList()).items.filter(({ systemName }) =>
        systemName.includes('基层医疗服务平台'),
      ),
    ).toEqual([]);
  }, 180_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessClock } from '#examples/lifecycle/business-clock.ts';
import { playLifecycle } from '#examples/lifecycle/play-lifecycle.ts';
import type { ObligationList } from '#shared/contracts/obligations.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { writtenApplication } from '#test/support/county-cast.ts';
import { awaitRead, provisioningCast } from '#test/support/provisioning-story.ts';
import { type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startSystem();
});
afterAll(() => running.stop());

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** Days of a resource's bill, each as often as it is billed. */
const billedDays = (resource: SystemView['resources'][number], until: string): readonly string[] =>
  resource.billing.flatMap(({ from, to = until }) => {
    const days: string[] = [];
    for (let day = from; day < to; day = dayAfter(day)) days.push(day);
    return days;
  });

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
    for (const resource of views.flatMap(({ resources }) => resources)) {
      const days = billedDays(resource, today);
      expect(new Set(days).size, resource.resourceId).toBe(days.length);
    }
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
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actedRoutes, acts, changingRoutes } from '#test/support/faults/acts.ts';
import { type FaultDesk, openFaultDesk } from '#test/support/faults/fault-desk.ts';
import { chosen, chosenByEnvironment, pointsOf } from '#test/support/faults/fault-points.ts';
import { playUndisturbed, tryAct } from '#test/support/faults/try-act.ts';
import { type RunningSystem, startSystem } from '#test/support/runtime.ts';

const choice = chosenByEnvironment(1);
const runLimitMs = 20 * 60_000;

let running: RunningSystem;
let desk: FaultDesk;
beforeAll(async () => {
  running = await startSystem();
  desk = await openFaultDesk(running);
}, 120_000);
afterAll(async () => {
  desk?.close();
  await running?.stop();
});

it('everything that can be asked of the system has a story', async () => {
  expect(acts.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual([]);
  const acted = new Set(actedRoutes());
  const forgotten = (await changingRoutes(running.system.baseUrl)).filter((route) => !acted.has(route));
  expect(forgotten).toEqual([]);
});

const [actor = ''] = choice.only.split('/');
describe(`each call that an operation makes goes wrong in each way, FAULT_SEED=${choice.seed}`, () => {
  it.each(acts.map((act) => [act.id, act] as const).filter(([id]) => id.startsWith(actor)))(
    '%s is done once, answered once, and answered the same when it is asked again',
    async (id, act) => {
      const undisturbed = await playUndisturbed(desk, act);
      const failures: string[] = [];
      let hits = 0;
      const points = chosen(pointsOf(id, act.functionName, undisturbed.calls, choice.seed), choice);
      const begun = performance.now();
      for (const { name, what, fault } of points) {
        const { wrong, hit } = await tryAct(desk, act, undisturbed, fault);
        if (hit) hits += 1;
        for (const complaint of wrong) {
          failures.push(`${name} (${what}): ${complaint}`);
          console.log(failures.at(-1));
        }
      }
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(
        `${id}: ${undisturbed.calls.length} calls, ${hits} of ${points.length} points hit, ${seconds} s`,
      );
      expect(failures).toEqual([]);
      expect(hits).toBeGreaterThanOrEqual(points.length * 0.8);
    },
    runLimitMs,
  );
});

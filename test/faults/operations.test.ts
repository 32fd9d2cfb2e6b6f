import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#shared/contracts/operations.ts';
import { type FaultDesk, openFaultDesk } from '#test/support/faults/fault-desk.ts';
import { chosen, chosenByEnvironment, pointsOf } from '#test/support/faults/fault-points.ts';
import { operationStories } from '#test/support/faults/operation-stories.ts';
import { functionOf, playUndisturbed, tryOperation } from '#test/support/faults/try-operation.ts';
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

it('every operation has a story, and every story an operation', () => {
  expect([...operationStories.keys()].sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe(`each call that an operation makes goes wrong in each way, FAULT_SEED=${choice.seed}`, () => {
  it.each(
    operations
      .map((route) => [route.id, route] as const)
      .filter(([id]) => id.startsWith(choice.only.split('/')[0] ?? '')),
  )(
    '%s is done once, answered once, and answered the same when it is asked again',
    async (id, route) => {
      const story = operationStories.get(id);
      if (!story) throw new Error(`${id} has no story`);
      const undisturbed = await playUndisturbed(desk, route, story);
      const failures: string[] = [];
      let hits = 0;
      const points = chosen(pointsOf(id, functionOf(route), undisturbed.calls, choice.seed), choice);
      const begun = performance.now();
      for (const { name, what, fault } of points) {
        const { wrong, hit } = await tryOperation(desk, route, story, undisturbed, fault);
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

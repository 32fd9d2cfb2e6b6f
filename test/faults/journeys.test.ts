import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { operations } from '#shared/contracts/operations.ts';
import { type FaultDesk, openFaultDesk } from '#test/support/faults/fault-desk.ts';
import { chosen, chosenByEnvironment, roundsOf } from '#test/support/faults/fault-points.ts';
import { travelWith } from '#test/support/faults/journey.ts';
import { journeys } from '#test/support/faults/journeys.ts';
import { type RunningSystem, startSystem } from '#test/support/runtime.ts';

const choice = chosenByEnvironment(1);
const runLimitMs = 20 * 60_000;
/** Pages that are made of nothing but what is bundled with them. */
const callsNothing = ['web'];

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

it('every function is called by an operation or on a journey', () => {
  const travelled = journeys.flatMap(({ functions }) =>
    functions.map((name) => name.replace('yunwangtong-', '')),
  );
  const known = new Set<string>([...operations.map(({ context }) => context), ...travelled, ...callsNothing]);
  expect([...known].sort()).toEqual([...functionNames].sort());
});

describe(`each call of the functions behind the interface goes wrong in each way, FAULT_SEED=${choice.seed}`, () => {
  it.each(
    journeys
      .filter(({ name }) => name.startsWith(choice.only.split('/')[0] ?? ''))
      .map((one) => [one.name, one] as const),
  )(
    'on the journey %s everything ends as if nothing had gone wrong',
    async (name, journey) => {
      await travelWith(desk, journey);
      const { end: wanted, calls } = await travelWith(desk, journey);
      for (const [by, made] of calls) expect(made, by).not.toEqual([]);
      const rounds = chosen(roundsOf(name, calls, choice.seed), choice);
      const failures: string[] = [];
      for (const round of rounds) {
        const begun = performance.now();
        try {
          expect((await travelWith(desk, journey, round.faults)).end).toEqual(wanted);
        } catch (failure) {
          failures.push(`${round.name}: ${failure}`);
          console.log(failures.at(-1), JSON.stringify(round.faults));
        }
        console.log(
          `${round.name}: ${round.faults.length} faults, ${Math.round(performance.now() - begun)} ms`,
        );
      }
      expect(failures).toEqual([]);
    },
    runLimitMs,
  );
});

import { describe, expect, it } from 'vitest';
import { chosenByEnvironment, isAsked, seedsFrom } from '#test/support/faults/fault-points.ts';
import { runAtRandom } from '#test/support/random-run.ts';
import { between, chance } from '#test/support/seeded.ts';

const choice = chosenByEnvironment(1);
const { share } = choice;
/** A sample has fewer. */
const applications = Math.max(5, Math.round(20 * Math.min(1, 10 * share)));
const seeds = seedsFrom(choice, Math.max(1, Math.round(4 * share))).filter((seed) =>
  isAsked(choice, `applications/${seed}`),
);

describe('many applications at once on a system where much goes wrong', () => {
  it.each(seeds)(
    'every case ends as its people decided, FAULT_SEED=%i',
    async (seed) => {
      const run = {
        seed,
        applications,
        kills: between(2, 5, chance(seed, 'kills')),
        streams: chance(seed, 'streams') < 0.7,
      };
      const { deaths, ends, wrong } = await runAtRandom(run);
      console.log(JSON.stringify({ ...run, deaths, ends, wrong }, null, 2));
      expect(wrong).toEqual([]);
      expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(run.applications);
    },
    600_000,
  );
});

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { log } from '#shared/log/log.ts';
import { addSeen, tellFromSeed } from '#test/support/lifecycles/random-lifecycles.ts';

const moves = 250;
/** Always the same ones; `npm run test:faults` tells others. */
const seeds = [101, 102, 103, 104, 105, 106];

beforeAll(() => {
  vi.spyOn(log, 'info').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

it.each(['yancheng', 'kaifeng'] as const)(
  'in %s many lives at once bill no day twice and nothing unopened, lose no obligation and leave no task behind',
  async (city) => {
    const told = [];
    for (const seed of seeds) {
      const story = await tellFromSeed(city, seed, moves);
      expect([seed, ...story.wrong]).toEqual([seed]);
      told.push(story);
    }
    const { resources = 0, reclaimed = 0, performed = 0, changes = 0, disposals = 0 } = addSeen(told);
    for (const count of [resources, reclaimed, performed, changes, disposals])
      expect(count).toBeGreaterThan(0);
  },
);

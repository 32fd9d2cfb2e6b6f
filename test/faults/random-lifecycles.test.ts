import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { log } from '#shared/log/log.ts';
import { chosenByEnvironment } from '#test/support/faults/fault-points.ts';
import { addSeen, tellFromSeed } from '#test/support/lifecycles/random-lifecycles.ts';

const moves = 400;
const stories = 50;
/** `FAULT_SEED=…` tells that story alone again. */
const given = process.env['FAULT_SEED'];
const first = Math.floor(Math.random() * 1_000_000_000);
const seeds = given
  ? [Number(given)]
  : Array.from(
      { length: Math.max(5, Math.round(stories * chosenByEnvironment(1).share)) },
      (_, index) => first + index,
    );

beforeAll(() => {
  vi.spyOn(log, 'info').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

it.each(['yancheng', 'kaifeng'] as const)(
  `in %s ${seeds.length} stories of ${moves} moves from seed ${seeds[0]} keep bills, obligations, tasks and registry whole`,
  async (city) => {
    const wrong: string[] = [];
    const told = [];
    for (const seed of seeds) {
      const story = await tellFromSeed(city, seed, moves);
      told.push(story);
      wrong.push(...story.wrong.slice(0, 5).map((what) => `FAULT_SEED=${seed} ${city}: ${what}`));
    }
    console.log(JSON.stringify({ city, moves: moves * seeds.length, from: seeds[0], ...addSeen(told) }));
    expect(wrong).toEqual([]);
  },
);

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '#shared/log/log.ts';
import { chosenByEnvironment, isAsked, seedsFrom } from '#test/support/faults/fault-points.ts';
import { addSeen, tellFromSeed } from '#test/support/lifecycles/random-lifecycles.ts';

const moves = 400;
const stories = 50;
const choice = chosenByEnvironment(1);
const seeds = seedsFrom(choice, Math.max(5, Math.round(stories * choice.share)));
const pointOf = (city: string, seed: number) => `lifecycles/${city}/${seed}`;

beforeAll(() => {
  vi.spyOn(log, 'info').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

const cities = (['yancheng', 'kaifeng'] as const)
  .map((city) => [city, seeds.filter((seed) => isAsked(choice, pointOf(city, seed)))] as const)
  .filter(([, asked]) => asked.length > 0);

describe(`stories of ${moves} moves, FAULT_SEED=${choice.seed}`, () => {
  it.each(cities)('in %s keep bills, obligations, tasks and registry whole', async (city, asked) => {
    const wrong: string[] = [];
    const told = [];
    for (const seed of asked) {
      const story = await tellFromSeed(city, seed, moves);
      told.push(story);
      const replay = `FAULT_SEED=${seed} FAULT_ONLY=${pointOf(city, seed)}`;
      wrong.push(...story.wrong.slice(0, 5).map((what) => `${replay}: ${what}`));
    }
    console.log(JSON.stringify({ city, moves: moves * asked.length, from: asked[0], ...addSeen(told) }));
    expect(wrong).toEqual([]);
  });
});

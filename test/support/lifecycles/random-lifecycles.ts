import fc from 'fast-check';
import { lifecycleMove } from './moves-of-story.ts';
import type { StoryCity } from './people-of-city.ts';
import { type Told, tellLifecycles } from './tell-lifecycles.ts';

/** Tells the story that follows from a seed. */
export const tellFromSeed = async (city: StoryCity, seed: number, moves: number): Promise<Told> => {
  const [story = []] = fc.sample(
    fc.array(lifecycleMove, { minLength: moves, maxLength: moves, size: 'max' }),
    { seed, numRuns: 1 },
  );
  return tellLifecycles(city, story);
};

/** What was seen in several stories together. */
export const addSeen = (all: readonly Told[]): Readonly<Record<string, number>> =>
  all.reduce<Record<string, number>>((sum, { seen }) => {
    for (const [what, count] of Object.entries(seen)) sum[what] = (sum[what] ?? 0) + count;
    return sum;
  }, {});

import { isDeepStrictEqual } from 'node:util';
import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { How } from './moves-of-story.ts';
import type { Who } from './people-of-city.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

export type Told = Result<unknown, Refusal>;

/** People's requests, each with a key of its own. */
export const doorOfStory = ({ people }: Pick<LifecycleWorld, 'people'>) => {
  let keys = 0;
  const asked = (who: Who): Asked => {
    keys += 1;
    return { actor: people[who], operation: 'x', idempotencyKey: `key-${keys}`, request: {} };
  };

  /**
   * Asks for something on what stands, as a person does who has just looked at it. Asked twice with one key, both hear the
   * same; asked with the version of before, nothing is done.
   */
  const ask = async <Ref>(
    who: Who,
    store: Pick<AggregateStore<Ref, unknown>, 'load'>,
    ref: Ref,
    how: How,
    request: (asked: Asked, expectedVersion: number) => Promise<Told>,
  ): Promise<Told> => {
    const version = (await store.load(ref))?.version ?? 0;
    const by = asked(who);
    const first = await request(by, how === 'stale' ? version - 1 : version);
    if (how === 'stale' && version > 0 && first.ok) throw new Error('an old page was let through');
    if (how === 'twice') {
      const second = await request(by, version);
      if (first.ok && !isDeepStrictEqual(first, second))
        throw new Error(`asked twice: ${JSON.stringify(first)} and ${JSON.stringify(second)}`);
    }
    return first;
  };
  return { asked, ask };
};

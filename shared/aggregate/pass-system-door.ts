import type { Actor } from '#shared/kernel/actor.ts';
import type { AggregateStore, Loaded } from './aggregate.ts';
import { aggregateCommit, type ProcessRules } from './commit-of.ts';

const attempts = 5;

/** A command of a machine, a consumer or the sweep; also one that carries a person's answer on. */
export interface SystemCommand<Ref, State, Event> {
  readonly ref: Ref;
  readonly at: string;
  /** Whose answer is carried on, as the journal tells it. */
  readonly by?: Actor;
  readonly newSalt: () => string;
  /** No events: there is nothing left to do. Asked again after each race. */
  readonly decide: (loaded: Loaded<State> | undefined) => Promise<readonly Event[]> | readonly Event[];
}

/**
 * The door for the system: whatever arrives late, twice or out of order decides again on what stands, and where that
 * gives no events nothing is written. Answers the state afterwards.
 * @throws when others kept writing
 */
export const passSystemDoor = async <Ref, State, Event extends { readonly type: string }>(
  rules: ProcessRules<State, Event>,
  store: AggregateStore<Ref, State>,
  { ref, at, by, newSalt, decide }: SystemCommand<Ref, State, Event>,
): Promise<State | undefined> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await store.load(ref);
    const events = await decide(loaded);
    if (events.length === 0) return loaded?.state;
    const salt = loaded?.salt ?? newSalt();
    const commit = aggregateCommit(rules, ref, loaded, events, { at, salt, by });
    if ((await store.commit(commit)).written) return commit.after;
  }
  throw new Error('the process kept moving while the system wrote it');
};

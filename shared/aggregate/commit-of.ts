import type { Actor } from '#shared/kernel/actor.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import {
  type ChainedEntry,
  chainHash,
  genesisHash,
  type JournalContent,
} from '#shared/kernel/journal-chain.ts';
import type { AggregateCommit, Effect, Loaded } from './aggregate.ts';
import type { ProcessNotice } from './notice.ts';

/** When a command was given, and by whom. */
export interface CommandFacts {
  /** Business time, ISO. */
  readonly at: string;
  readonly by?: Actor | undefined;
}

/** What a kind of process is made of, beside where it lies. */
export interface ProcessRules<State, Event extends { readonly type: string }> {
  /** The state after an event; `at` is business time, ISO. */
  evolve(state: State | undefined, event: Event, at: string): State;
  /** What follows elsewhere. */
  effectsOf(events: readonly Event[], after: State, facts: CommandFacts): readonly Effect[];
  /** Who is told of it; nobody where there is none. */
  noticesOf?(events: readonly Event[], after: State, facts: CommandFacts): readonly ProcessNotice[];
  /** What the journal keeps of an event: ids, dates, counts and salted digests; never names, phones or free text. */
  kept(event: Event, salt: string): { readonly [key: string]: Json };
}

interface Facts extends CommandFacts {
  readonly salt: string;
}

const entryOf = <State, Event extends { readonly type: string }>(
  rules: ProcessRules<State, Event>,
  before: Loaded<State> | undefined,
  events: readonly Event[],
  { at, salt, by }: Facts,
): ChainedEntry => {
  const content: JournalContent = {
    seq: (before?.head.seq ?? 0) + 1,
    at,
    ...(by ? { actor: { person: by.personId, membership: by.membershipId, tenant: by.tenant } } : {}),
    events: events.map((event) => ({ ...rules.kept(event, salt), type: event.type })),
  };
  return { content, hash: chainHash(before?.head.hash ?? genesisHash, content) };
};

/** Builds the one transaction of a command; there is at least one event. */
export const aggregateCommit = <Ref, State, Event extends { readonly type: string }>(
  rules: ProcessRules<State, Event>,
  ref: Ref,
  before: Loaded<State> | undefined,
  events: readonly Event[],
  facts: Facts,
): AggregateCommit<Ref, State> => {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('a command without an event writes nothing');
  const after = rest.reduce<State>(
    (state, event) => rules.evolve(state, event, facts.at),
    rules.evolve(before?.state, first, facts.at),
  );
  return {
    ref,
    before,
    after,
    salt: facts.salt,
    entry: entryOf(rules, before, events, facts),
    effects: rules.effectsOf(events, after, facts),
    notices: rules.noticesOf?.(events, after, facts) ?? [],
  };
};

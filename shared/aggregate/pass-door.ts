import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import type { AggregateStore, Loaded } from './aggregate.ts';
import { aggregateCommit, type ProcessRules } from './commit-of.ts';

/** The door of one kind of process 办理之门: what it is made of, where it lies, and what people are told at it. */
export interface Door<Ref, State, Event extends { readonly type: string }, Answer> {
  readonly rules: ProcessRules<State, Event>;
  readonly store: AggregateStore<Ref, State>;
  /** To whom it does not exist; the very same as for one that there is not. */
  readonly unknown: Refusal;
  /** What somebody who looked at an older version is told, naming who came first where the state tells. */
  moved(state: State): Refusal;
  answer(state: State, version: number): Answer;
  readonly newSalt: () => string;
}

type Decide<State, Event> = (loaded: Loaded<State>) => Promise<Result<readonly Event[], Refusal>>;

/** A person's command on a process that there is. */
export interface Command<Ref, State, Event> {
  readonly ref: Ref;
  readonly asked: Asked;
  readonly expectedVersion: number;
  /** Business time, ISO. */
  readonly at: string;
  readonly maySee: (state: State) => boolean;
  readonly decide: Decide<State, Event>;
}

const askedWith = ({ actor, linkId }: Asked) => ({ actor, ...(linkId === undefined ? {} : { linkId }) });

const refuseUnlessRepeated = async <Ref, State, Answer>(
  store: AggregateStore<Ref, State>,
  asked: Asked,
  refusal: Refusal,
): Promise<Result<Answer, Refusal>> => {
  const scope = scopeOf(asked);
  const record = await store.findIdempotency(scope);
  return record ? replayed<Answer>(record, scope.digest) : refuse(refusal);
};

/**
 * The door for people. What the person saw must still stand; the rules decide; everything is written in one
 * transaction with the journal's entry, the answer and what follows. A repeated request gets its first answer.
 */
export const passDoor = async <Ref, State, Event extends { readonly type: string }, Answer>(
  door: Door<Ref, State, Event, Answer>,
  { ref, asked, expectedVersion, at, maySee, decide }: Command<Ref, State, Event>,
): Promise<Result<Answer, Refusal>> => {
  const { store, rules } = door;
  const loaded = await store.load(ref);
  if (!loaded || !maySee(loaded.state)) return refuse(door.unknown);
  if (loaded.version !== expectedVersion) return refuseUnlessRepeated(store, asked, door.moved(loaded.state));
  const decided = await decide(loaded);
  if (!decided.ok) return refuseUnlessRepeated(store, asked, decided.refusal);
  const { salt } = loaded;
  const commit = aggregateCommit(rules, ref, loaded, decided.value, { at, salt, by: asked.actor });
  const answer = door.answer(commit.after, loaded.version + 1);
  const idempotency = { ...scopeOf(asked), answer: JSON.stringify(answer) };
  const outcome = await store.commit({ ...commit, ...askedWith(asked), idempotency });
  if (outcome.written) return accept(answer);
  log.info('door.conflict', { failed: outcome.failed.join(' ') });
  const now = (await store.load(ref)) ?? loaded;
  return refuseUnlessRepeated(store, asked, actorRefusal(outcome.failed) ?? door.moved(now.state));
};

/** A person's command that begins a process. */
export interface Opening<Ref, Event> {
  readonly ref: Ref;
  readonly asked: Asked;
  /** Business time, ISO. */
  readonly at: string;
  /** Asked for only when the request is new: what the first one has written never speaks against its repetition. */
  readonly decide: () => Promise<Result<readonly Event[], Refusal>>;
  /** What they are told when it has begun already. */
  readonly taken: Refusal;
}

/** The door of a process that does not exist yet. */
export const passDoorAnew = async <Ref, State, Event extends { readonly type: string }, Answer>(
  door: Door<Ref, State, Event, Answer>,
  { ref, asked, at, decide, taken }: Opening<Ref, Event>,
): Promise<Result<Answer, Refusal>> => {
  const { store, rules } = door;
  const scope = scopeOf(asked);
  const known = await store.findIdempotency(scope);
  if (known) return replayed<Answer>(known, scope.digest);
  const decided = await decide();
  if (!decided.ok) return refuseUnlessRepeated(store, asked, decided.refusal);
  const facts = { at, salt: door.newSalt(), by: asked.actor };
  const commit = aggregateCommit(rules, ref, undefined, decided.value, facts);
  const answer = door.answer(commit.after, 1);
  const outcome = await store.commit({
    ...commit,
    ...askedWith(asked),
    idempotency: { ...scope, answer: JSON.stringify(answer) },
  });
  if (outcome.written) return accept(answer);
  return refuseUnlessRepeated(store, asked, actorRefusal(outcome.failed) ?? taken);
};

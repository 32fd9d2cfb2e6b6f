import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import { type CaseState, standsAt } from '../domain/case-state.ts';
import { maySee } from '../domain/who-may.ts';
import { commitOf, type DecisionWrites } from './commit-of.ts';
import { explainMove } from './explain-move.ts';
import type { CaseRef, CaseStore, CommitFact, LoadedCase } from './ports.ts';
import { statusOf } from './status-of.ts';
import { unknownCase } from './unknown-case.ts';

export interface CommandAnswer {
  readonly caseId: string;
  readonly version: number;
  readonly status: ReturnType<typeof statusOf>;
  readonly after: string;
}

const accountTaken: Refusal = {
  code: 'account-exists',
  detail: '本单位的平台账号申请刚刚由他人提出，请在办件中查看进度。',
};

type Decide = (loaded: LoadedCase) => Promise<Result<DecisionWrites, Refusal>>;

const answerFor = (state: CaseState): CommandAnswer => ({
  caseId: state.caseId,
  version: state.version,
  status: statusOf(state),
  after: `${state.caseId}@${state.version}`,
});

const explainFailure = async (
  store: CaseStore,
  ref: CaseRef,
  failed: readonly CommitFact[],
): Promise<Refusal> => {
  const notTheirs = actorRefusal(failed);
  if (notTheirs) return notTheirs;
  if (failed.includes('standIn'))
    return { code: 'not-allowed', detail: '对方刚刚收回了委托，您不能再代为办理，请刷新。' };
  if (failed.includes('commentFile'))
    return { code: 'decision-invalid', detail: '附件刚刚用于另一条附言，请刷新后重新上传。' };
  if (failed.includes('sections'))
    return { code: 'form-changed', detail: '材料刚刚有改动，请刷新后重新核对。' };
  return explainMove((await store.load(ref))?.state);
};

/** One way to the door: who asks what of which case, and what decides. */
interface Passage {
  readonly store: CaseStore;
  readonly ref: CaseRef;
  readonly asked: Asked;
  readonly expectedVersion: number;
  readonly at: string;
  readonly decide: Decide;
}

const refuseUnlessRepeated = async (
  { store, asked }: Pick<Passage, 'store' | 'asked'>,
  refusal: Refusal,
): Promise<Result<CommandAnswer, Refusal>> => {
  const scope = scopeOf(asked);
  const record = await store.findIdempotency(scope);
  return record ? replayed(record, scope.digest) : refuse(refusal);
};

/** One try; undefined when another command came between, which may have left the version as the person saw it. */
const tryDoor = async (passage: Passage): Promise<Result<CommandAnswer, Refusal> | undefined> => {
  const { store, ref, asked, expectedVersion, at, decide } = passage;
  const loaded = await store.load(ref);
  if (!loaded || !maySee(asked.actor, loaded.state)) return refuse(unknownCase);
  if (!standsAt(loaded.state, expectedVersion))
    return refuseUnlessRepeated(passage, explainMove(loaded.state));
  const decided = await decide(loaded);
  if (!decided.ok) return refuseUnlessRepeated(passage, decided.refusal);

  const { actor, linkId } = asked;
  const commit = commitOf(loaded, decided.value, {
    at,
    salt: loaded.salt,
    actor,
    ...(linkId === undefined ? {} : { linkId }),
  });
  const answer = answerFor(commit.after);
  const idempotency = { ...scopeOf(asked), answer: JSON.stringify(answer) };
  const outcome = await store.commit({ ...commit, idempotency });
  if (outcome.written) return accept(answer);
  log.info('door.conflict', { caseId: ref.caseId, failed: outcome.failed.join(' ') });
  if (outcome.failed.every((fact) => fact === 'version' || fact === 'holder')) return undefined;
  return refuseUnlessRepeated(passage, await explainFailure(store, ref, outcome.failed));
};

/** A command that comes between leaves another version, so that the next try tells of it; reminders alone do not. */
const attempts = 3;

/**
 * The door for people. Loads the case, checks that what the person saw still stands, lets the rules decide and writes
 * everything in one transaction. A repeated request gets its first answer; a lost race is told who was first; a
 * reminder that came between is passed over.
 */
export const passDoor = async (
  store: CaseStore,
  ref: CaseRef,
  asked: Asked,
  expectedVersion: number,
  at: string,
  decide: Decide,
): Promise<Result<CommandAnswer, Refusal>> => {
  const passage: Passage = { store, ref, asked, expectedVersion, at, decide };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await tryDoor(passage);
    if (answer) return answer;
  }
  return refuseUnlessRepeated(passage, explainMove((await store.load(ref))?.state));
};

/** The way to the door of what does not exist yet. */
interface Opening extends Pick<Passage, 'store' | 'asked' | 'at'> {
  readonly salt: string;
  /** Asked for only when the request is new: what the first one has written never speaks against its repetition. */
  readonly decide: () => Promise<Result<DecisionWrites, Refusal>>;
}

/** The door for a case that does not exist yet. */
export const passDoorAnew = async (opening: Opening): Promise<Result<CommandAnswer, Refusal>> => {
  const { store, asked, at, salt, decide } = opening;
  const scope = scopeOf(asked);
  const known = await store.findIdempotency(scope);
  if (known) return replayed(known, scope.digest);
  const decided = await decide();
  if (!decided.ok) return refuseUnlessRepeated(opening, decided.refusal);
  const commit = commitOf(undefined, decided.value, { at, salt, actor: asked.actor });
  const answer = answerFor(commit.after);
  const outcome = await store.commit({
    ...commit,
    idempotency: { ...scope, answer: JSON.stringify(answer) },
  });
  if (outcome.written) return accept(answer);
  return refuseUnlessRepeated(opening, actorRefusal(outcome.failed) ?? accountTaken);
};

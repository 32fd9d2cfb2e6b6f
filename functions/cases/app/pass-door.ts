import type { Actor } from '#shared/kernel/actor.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { log } from '#shared/log/log.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseState } from '../domain/case-state.ts';
import { evolveCase } from '../domain/evolve-case.ts';
import { maySee } from '../domain/who-may.ts';
import { announcementOf } from './announcement-of.ts';
import { deliveryOf } from './delivery-of.ts';
import { explainMove } from './explain-move.ts';
import { nextEntry } from './journal-entry.ts';
import type { CaseCommit, CaseRef, CaseStore, CommitFact, FrozenForm, LoadedCase } from './ports.ts';
import { statusOf } from './status-of.ts';
import { unknownCase } from './unknown-case.ts';

/** What a decision leaves to be written beside its events. */
export interface DecisionWrites {
  readonly events: readonly CaseEvent[];
  readonly frozen?: FrozenForm;
  readonly assessments?: NonNullable<CaseCommit['assessments']>;
}

export interface CommandAnswer {
  readonly caseId: string;
  readonly version: number;
  readonly status: ReturnType<typeof statusOf>;
  readonly after: string;
}

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
  if (failed.includes('membership'))
    return { code: 'membership-changed', detail: '您的岗位或权限刚刚变更，请重新登录后再办。' };
  if (failed.includes('sections'))
    return { code: 'form-changed', detail: '材料刚刚有改动，请刷新后重新核对。' };
  return explainMove((await store.load(ref))?.state);
};

/** Builds the one transaction of a command. */
export const commitOf = (
  before: LoadedCase | undefined,
  writes: DecisionWrites,
  facts: { readonly at: string; readonly salt: string; readonly actor?: Actor; readonly linkId?: string },
): CaseCommit => {
  const after = evolveCase(before?.state, writes.events, facts.at);
  const assessments = writes.assessments
    ? sm3Hex(`${facts.salt}\n${canonicalJson(writes.assessments.lines.map((line) => ({ ...line })))}`)
    : undefined;
  const delivery = deliveryOf(writes.events);
  const announcement = announcementOf(writes.events);
  return {
    before,
    after,
    salt: facts.salt,
    events: writes.events,
    entry: nextEntry(before?.head, {
      at: facts.at,
      events: writes.events,
      salt: facts.salt,
      actor: facts.actor,
      byLink: facts.linkId !== undefined,
      assessments,
    }),
    ...(facts.actor ? { actor: facts.actor } : {}),
    ...(writes.frozen ? { frozen: writes.frozen } : {}),
    ...(writes.assessments ? { assessments: writes.assessments } : {}),
    ...(delivery ? { delivery } : {}),
    ...(announcement ? { announcement } : {}),
    ...(facts.linkId === undefined ? {} : { linkId: facts.linkId }),
  };
};

/**
 * The door for people. Loads the case, checks the version that the person saw, lets the rules decide and writes
 * everything in one transaction. A repeated request gets its first answer; a lost race is told who was first.
 */
export const passDoor = async (
  store: CaseStore,
  ref: CaseRef,
  asked: Asked,
  expectedVersion: number,
  at: string,
  decide: Decide,
): Promise<Result<CommandAnswer, Refusal>> => {
  const scope = scopeOf(asked);
  const refuseUnlessRepeated = async (refusal: Refusal): Promise<Result<CommandAnswer, Refusal>> => {
    const record = await store.findIdempotency(scope);
    return record ? replayed(record, scope.digest) : refuse(refusal);
  };

  const loaded = await store.load(ref);
  if (!loaded || !maySee(asked.actor, loaded.state)) return refuse(unknownCase);
  if (loaded.state.version !== expectedVersion) return refuseUnlessRepeated(explainMove(loaded.state));
  const decided = await decide(loaded);
  if (!decided.ok) return refuseUnlessRepeated(decided.refusal);

  const commit = commitOf(loaded, decided.value, {
    at,
    salt: loaded.salt,
    actor: asked.actor,
    ...(asked.linkId === undefined ? {} : { linkId: asked.linkId }),
  });
  const answer = answerFor(commit.after);
  const outcome = await store.commit({
    ...commit,
    idempotency: { ...scope, answer: JSON.stringify(answer) },
  });
  if (outcome.written) return accept(answer);
  log.info('door.conflict', { caseId: ref.caseId, failed: outcome.failed.join(' ') });
  return refuseUnlessRepeated(await explainFailure(store, ref, outcome.failed));
};

/** The door for a case that does not exist yet. */
export const passDoorAnew = async (
  store: CaseStore,
  asked: Asked,
  at: string,
  salt: string,
  events: readonly CaseEvent[],
): Promise<Result<CommandAnswer, Refusal>> => {
  const scope = scopeOf(asked);
  const known = await store.findIdempotency(scope);
  if (known) return replayed(known, scope.digest);
  const commit = commitOf(undefined, { events }, { at, salt, actor: asked.actor });
  const answer = answerFor(commit.after);
  const outcome = await store.commit({
    ...commit,
    idempotency: { ...scope, answer: JSON.stringify(answer) },
  });
  if (outcome.written) return accept(answer);
  const record = await store.findIdempotency(scope);
  if (record) return replayed(record, scope.digest);
  return refuse(
    outcome.failed.includes('account')
      ? { code: 'account-exists', detail: '本单位的平台账号申请刚刚由他人提出，请在办件中查看进度。' }
      : { code: 'membership-changed', detail: '您的岗位或权限刚刚变更，请重新登录后再办。' },
  );
};

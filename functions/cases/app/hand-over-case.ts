import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Refusal, refusals } from '#shared/kernel/refusal.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import { actedAs } from '../domain/case-context.ts';
import type { TaskTransferred } from '../domain/case-events.ts';
import { type CaseState, openTasks, type Task } from '../domain/case-state.ts';
import { type HandOverOrder, handOverTask, isHandedOver, namedTasks } from '../domain/hand-over-task.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { holderAmong } from './colleagues.ts';
import { commitOf } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import type { CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'> & { readonly posts: PostHolders };

/** What is to be done with what somebody holds by name in a case. */
export interface CaseHandOver {
  readonly tenant: TenantId;
  /** The task by which the case was found. */
  readonly taskId: string;
  readonly from: string;
  /** Posts that are handed over; what is held in others stays. */
  readonly roles: readonly string[];
  /** Membership of the successor; undefined: back to the posts. */
  readonly to: string | undefined;
  readonly reason: string;
  readonly cause: HandOverOrder['cause'];
  /** Whose command it is; absent for the system. */
  readonly actor: Actor | undefined;
}

export interface HandedOver {
  readonly taskId: string;
  readonly stageTitle: string;
  /** Why not. */
  readonly problem?: { readonly code: string; readonly title: string; readonly detail: string };
}

const problemOf = ({ code, detail }: Refusal) => ({ code, title: refusals[code].title, detail });

const orderOf = ({ tenant, from, to, reason, cause, actor }: CaseHandOver): HandOverOrder => ({
  tenant,
  from,
  to: to === undefined ? 'post' : 'person',
  reason,
  cause,
  ...(actor ? { by: actedAs(actor, actor.roles[0] ?? '') } : {}),
});

/** Leaves out what does not fit: whose post has not ended keeps what is theirs. */
const concerned = async (
  { posts }: Services,
  { tenant, from, cause }: CaseHandOver,
  tasks: readonly Task[],
): Promise<readonly Task[]> => {
  if (cause === 'left') return tasks;
  const standing = await posts.standing(tenant, from);
  return tasks.filter(({ holder }) => !standing?.roles.includes(holder.role));
};

/** The task where it should be already: an earlier try put it there, and its answer was lost. */
const handedBefore = (
  wanted: CaseHandOver,
  state: CaseState,
  route: DecisionContext['route'],
): readonly HandedOver[] => {
  const task = openTasks(state).find(({ taskId }) => taskId === wanted.taskId);
  return task && isHandedOver(task, wanted)
    ? [{ taskId: task.taskId, stageTitle: findStage(findStep(route, task.step), task.stage).title }]
    : [];
};

interface Decided {
  readonly events: readonly TaskTransferred[];
  readonly rows: readonly HandedOver[];
}

const decide = async (
  services: Services,
  wanted: CaseHandOver,
  state: CaseState,
  { route }: DecisionContext,
): Promise<Decided> => {
  const order = orderOf(wanted);
  const events: TaskTransferred[] = [];
  const rows: HandedOver[] = [];
  for (const task of await concerned(services, wanted, namedTasks(state, wanted))) {
    const successor =
      wanted.to === undefined ? undefined : await holderAmong(services.posts, task.holder, wanted.to);
    const handed = handOverTask(task, successor, order, state);
    const stageTitle = findStage(findStep(route, task.step), task.stage).title;
    if (handed.ok) events.push(handed.value);
    rows.push({
      taskId: task.taskId,
      stageTitle,
      ...(handed.ok ? {} : { problem: problemOf(handed.refusal) }),
    });
  }
  return { events, rows: rows.length > 0 ? rows : handedBefore(wanted, state, route) };
};

/** One try; undefined when another command came between. */
const tryToHandOver = async (
  services: Services,
  ref: CaseRef,
  wanted: CaseHandOver,
): Promise<readonly HandedOver[] | undefined> => {
  const loaded = await services.cases.load(ref);
  if (!loaded) return [];
  const context = await decisionContext(services, loaded.state);
  if (!context.ok) throw new Error(context.refusal.code);
  const { events, rows } = await decide(services, wanted, loaded.state, context.value);
  if (events.length === 0) return rows;
  const { actor } = wanted;
  const facts = { at: context.value.now, salt: loaded.salt, ...(actor ? { actor } : {}) };
  const outcome = await services.cases.commit(commitOf(loaded, { events }, facts));
  if (outcome.written) return rows;
  const refusal = actorRefusal(outcome.failed);
  return refusal && rows.map((row) => ({ problem: problemOf(refusal), ...row }));
};

const attempts = 5;

/**
 * Hands over, through the door, what somebody holds by name in one case; done again it changes nothing and answers the same.
 * @throws when the case keeps moving or its rules are gone
 */
export const handOverCase = async (
  services: Services,
  ref: CaseRef,
  wanted: CaseHandOver,
): Promise<readonly HandedOver[]> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const rows = await tryToHandOver(services, ref, wanted);
    if (rows) return rows;
  }
  throw new Error(`the case ${ref.caseId} kept moving while it was handed over`);
};

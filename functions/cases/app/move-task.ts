import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { askSigners as decideSigners } from '../domain/ask-signers.ts';
import type { Decided, DecisionContext } from '../domain/case-context.ts';
import type { CaseState } from '../domain/case-state.ts';
import { transferTask as decideTransfer } from '../domain/transfer-task.ts';
import { urgeTasks as decideUrging } from '../domain/urge-task.ts';
import { holderAmong, signerAmong } from './colleagues.ts';
import { decisionContext } from './decision-context.ts';
import { refOf } from './find-case.ts';
import { type CommandAnswer, passDoor } from './pass-door.ts';
import { seatTasks } from './seat-tasks.ts';
import type { CaseServices } from './services.ts';

/** A command on a case at the version that the person saw. */
export interface OnCase {
  readonly caseId: string;
  readonly expectedVersion: number;
}

type Decide = (state: CaseState, context: DecisionContext) => Promise<Decided> | Decided;

/** Commands that move nothing but the case's own tasks, through the one door. */
export const moveCase = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  { caseId, expectedVersion }: OnCase,
  decide: Decide,
): Promise<Result<CommandAnswer, Refusal>> => {
  const ref = refOf(actor, caseId);
  if (!ref.ok) return ref;
  const at = services.clock.now().toISOString();
  return passDoor(services.cases, ref.value, asked, expectedVersion, at, async ({ state }) => {
    recordCrossTenant(actor, ref.value, asked.operation);
    const context = await decisionContext(services, state);
    if (!context.ok) return context;
    const decided = await decide(state, context.value);
    if (!decided.ok) return decided;
    const seating = { posts: services.posts, state, context: context.value, actor };
    return accept({ events: await seatTasks(seating, decided.value) });
  });
};

interface OnTask extends OnCase {
  readonly taskId: string;
}

/** 转办. */
export const transferTask = (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: OnTask & { readonly to: string; readonly reason: string },
) =>
  moveCase(services, actor, asked, command, async (state) => {
    const task = state.tasks.find(({ taskId }) => taskId === command.taskId);
    const to = task && (await holderAmong(services.posts, task.holder, command.to));
    return decideTransfer({ ...command, to }, state, actor);
  });

/** 加签. */
export const askSigners = (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: OnTask & {
    readonly position: 'before' | 'after';
    readonly mode: 'all' | 'any';
    readonly signers: readonly string[];
    readonly question: string;
  },
) =>
  moveCase(services, actor, asked, command, async (state, context) => {
    const signers = await Promise.all(
      command.signers.map((id) => signerAmong(services.posts, actor.tenant, id)),
    );
    return decideSigners({ ...command, signers }, state, actor, context);
  });

/** 催办. */
export const urgeTasks = (services: CaseServices, actor: Actor, asked: Asked, command: OnCase) =>
  moveCase(services, actor, asked, command, (state, context) => decideUrging(state, actor, context));

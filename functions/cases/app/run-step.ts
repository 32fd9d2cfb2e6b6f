import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { BusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import type { StepId } from '#shared/regulation/profile.ts';
import { admitStep } from '../domain/admit-step.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import { completeCase } from '../domain/complete-case.ts';
import { commitOf } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import type { ApprovalMachine, DeliveryStore } from './delivery-ports.ts';
import type { CaseCommit, CaseRef, CaseStore, LoadedCase } from './ports.ts';
import type { References } from './reference-ports.ts';
import { seatTasks } from './seat-tasks.ts';

/** What the machine's handlers work with; the stores are the system role's. */
export interface StepServices {
  readonly cases: CaseStore;
  readonly deliveries: DeliveryStore;
  readonly references: References;
  readonly posts: PostHolders;
  readonly machine: ApprovalMachine;
  readonly clock: BusinessClock;
}

const attempts = 5;

const orFault = <T>(result: Result<T, Refusal | string>): T => {
  if (result.ok) return result.value;
  throw new Error(typeof result.refusal === 'string' ? result.refusal : result.refusal.code);
};

const load = async (
  services: StepServices,
  ref: CaseRef,
): Promise<LoadedCase & { context: DecisionContext }> => {
  const loaded = await services.cases.load(ref);
  if (!loaded) throw new Error(`the machine asks for an unknown case ${ref.caseId}`);
  const context = orFault(await decisionContext(services, loaded.state));
  return { ...loaded, context };
};

/** One try; false when somebody else wrote the case meanwhile. */
const tryToOpen = async (
  services: StepServices,
  ref: CaseRef,
  step: StepId,
  token: string,
): Promise<boolean> => {
  const loaded = await load(services, ref);
  const admission = orFault(admitStep(step, loaded.state, loaded.context));
  if (admission.as === 'decided') {
    await services.machine.tell(token, admission.outcome);
    return true;
  }
  if (admission.as === 'alreadyOpen') return services.deliveries.addToken(ref, admission.visit, token);
  const seating = { posts: services.posts, state: loaded.state, context: loaded.context };
  const events = await seatTasks(seating, admission.events);
  const commit: CaseCommit = {
    ...commitOf(loaded, { events }, { at: loaded.context.now, salt: loaded.salt }),
    token,
  };
  const { written } = await services.cases.commit(commit);
  if (written) log.info('step.opened', { tenant: ref.tenant, caseId: ref.caseId, step });
  return written;
};

/**
 * The machine waits in a step: tasks and token are written together, once, however often it asks.
 * Throws when the case does not expect the step; the machine then fails and its alarm rings.
 */
export const openStep = async (
  services: StepServices,
  ref: CaseRef,
  step: StepId,
  token: string,
): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1)
    if (await tryToOpen(services, ref, step, token)) return;
  throw new Error(`the case ${ref.caseId} kept moving while its step was opened`);
};

/** 办结, once, however often the machine asks. */
export const completeStep = async (services: StepServices, ref: CaseRef): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await load(services, ref);
    const events = orFault(completeCase(loaded.state, loaded.context.rules));
    if (events.length === 0) return;
    const commit = commitOf(loaded, { events }, { at: loaded.context.now, salt: loaded.salt });
    if ((await services.cases.commit(commit)).written) return;
  }
  throw new Error(`the case ${ref.caseId} kept moving while it was completed`);
};

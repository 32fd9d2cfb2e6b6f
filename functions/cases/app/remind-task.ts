import { remindTask as remind } from '../domain/remind-task.ts';
import { commitOf } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import type { CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

/**
 * 提醒 through the door: journal, task and notice in one transaction, and nothing that a decider must look at again.
 * Answers whether anything was written; asked again it writes nothing.
 * @throws when the case moved meanwhile: the next sweep looks again
 */
export const remindTask = async (services: Services, ref: CaseRef, taskId: string): Promise<boolean> => {
  const loaded = await services.cases.load(ref);
  if (!loaded) return false;
  const context = await decisionContext(services, loaded.state);
  if (!context.ok) throw new Error(context.refusal.code);
  const events = remind(taskId, loaded.state, context.value);
  if (events.length === 0) return false;
  const commit = commitOf(loaded, { events }, { at: context.value.now, salt: loaded.salt });
  const outcome = await services.cases.commit(commit);
  if (!outcome.written) throw new Error(`the case ${ref.caseId} moved while its task was reminded of`);
  return true;
};

import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CaseState } from '../domain/case-state.ts';
import { withdrawCase as decideWithdrawal } from '../domain/withdraw-case.ts';
import { decisionContext } from './decision-context.ts';
import { refOf } from './find-case.ts';
import { type CommandAnswer, passDoor } from './pass-door.ts';
import type { CaseServices } from './services.ts';

const linkedStands: Refusal = {
  code: 'not-editable',
  detail:
    '重大变更的资源申请还在办理或已办结，退出办件不能单独撤回：旧资源由它收回。不再变更的，请先撤回资源申请。',
};

/**
 * The exit of a major change is not withdrawn alone: behind the application its old resources are billed no more
 * (kf-cloud-10-2), and nothing else takes them back (kf-cloud-18-3).
 */
const leavesOldResources = async (
  { cases }: Pick<CaseServices, 'cases'>,
  { tenant, linked }: Pick<CaseState, 'tenant' | 'linked'>,
): Promise<boolean> => {
  if (linked?.as !== 'application') return false;
  const application = await cases.load({ tenant, caseId: linked.caseId });
  const at = application?.state.flow.at;
  return at !== undefined && at !== 'withdrawn' && at !== 'rejected';
};

/** 撤回. */
export const withdrawCase = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: { readonly caseId: string; readonly reason: string; readonly expectedVersion: number },
): Promise<Result<CommandAnswer, Refusal>> => {
  const ref = refOf(actor, command.caseId);
  if (!ref.ok) return ref;
  const at = services.clock.now().toISOString();
  return passDoor(services.cases, ref.value, asked, command.expectedVersion, at, async (loaded) => {
    const context = await decisionContext(services, loaded.state);
    if (!context.ok) return context;
    if (await leavesOldResources(services, loaded.state)) return refuse(linkedStands);
    const decided = decideWithdrawal({ reason: command.reason }, loaded.state, actor, context.value);
    return decided.ok ? accept({ events: decided.value }) : decided;
  });
};

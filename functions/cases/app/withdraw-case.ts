import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { withdrawCase as decideWithdrawal } from '../domain/withdraw-case.ts';
import { decisionContext } from './decision-context.ts';
import { refOf } from './find-case.ts';
import { type CommandAnswer, passDoor } from './pass-door.ts';
import type { CaseServices } from './services.ts';

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
    const decided = decideWithdrawal({ reason: command.reason }, loaded.state, actor, context.value);
    return decided.ok ? accept({ events: decided.value }) : decided;
  });
};

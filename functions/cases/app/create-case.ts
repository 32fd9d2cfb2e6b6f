import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import { createCase as decideCreation } from '../domain/create-case.ts';
import { decisionContext } from './decision-context.ts';
import { type CommandAnswer, passDoorAnew } from './pass-door.ts';
import type { CaseServices } from './services.ts';

/** 新建办件草稿. Refused where the city's rules do not offer the application. */
export const createCase = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  systemName: string,
): Promise<Result<CommandAnswer, Refusal>> => {
  const context = await decisionContext(services, actor.tenant);
  if (!context.ok) return context;
  const now = services.clock.now();
  const caseId = `${nodeOf(actor.tenant)}.${services.ids.next(now.getTime())}`;
  const decided = decideCreation({ caseId, systemName }, actor);
  if (!decided.ok) return decided;
  return passDoorAnew(services.cases, asked, now.toISOString(), services.newSalt(), decided.value);
};

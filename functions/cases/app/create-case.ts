import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import type { CaseKind } from '#shared/regulation/profile.ts';
import { createCase as decideCreation } from '../domain/create-case.ts';
import { decisionContext } from './decision-context.ts';
import { type CommandAnswer, passDoorAnew } from './pass-door.ts';
import type { CaseServices } from './services.ts';

/** An account is of the unit, not of a system. */
export interface CaseToCreate {
  readonly kind: CaseKind;
  readonly systemName?: string | undefined;
}

/** 新建办件草稿. Refused where the city's rules do not offer the application. */
export const createCase = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  wanted: CaseToCreate,
): Promise<Result<CommandAnswer, Refusal>> => {
  const context = await decisionContext(services, { tenant: actor.tenant, kind: wanted.kind });
  if (!context.ok) return context;
  const now = services.clock.now();
  const caseId = `${nodeOf(actor.tenant)}.${services.ids.next(now.getTime())}`;
  const { rules } = context.value;
  const account =
    rules.needsAccount || rules.opensAccount
      ? await services.cases.findAccount(actor.tenant, actor.organisation.id)
      : undefined;
  const systemName = wanted.systemName ?? rules.title;
  const decided = decideCreation({ caseId, kind: wanted.kind, systemName, account }, actor, rules);
  if (!decided.ok) return decided;
  return passDoorAnew(services.cases, asked, now.toISOString(), services.newSalt(), decided.value);
};

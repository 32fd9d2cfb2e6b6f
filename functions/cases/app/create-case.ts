import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { caseNumberOf } from '#shared/kernel/case-number.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import type { CaseKind } from '#shared/regulation/profile.ts';
import { createCase as decideCreation } from '../domain/create-case.ts';
import { decisionContext } from './decision-context.ts';
import { findSubject, type NamedSubject } from './find-subject.ts';
import { type CommandAnswer, passDoorAnew } from './pass-door.ts';
import { prefillDraft } from './prefill-draft.ts';
import type { CaseServices } from './services.ts';
import { tenantNames } from './view-labels.ts';

export interface CaseToCreate extends NamedSubject {
  readonly kind: CaseKind;
}

/** 办件编号. Taken beside the transaction: one addition to one item never conflicts, and a lost number is no harm. */
const numberFor = async (services: CaseServices, actor: Actor, now: Date): Promise<string> => {
  const year = shanghaiDateOf(now).slice(0, 4);
  const [names, serial] = await Promise.all([
    tenantNames(services, actor),
    services.cases.takeSerial(actor.tenant, year),
  ]);
  return caseNumberOf({ place: names.get(actor.tenant) ?? nodeOf(actor.tenant), year, serial });
};

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
  const subject = await findSubject(services, actor, rules, wanted);
  if (!subject.ok) return subject;
  const { before, ...named } = subject.value;
  const number = await numberFor(services, actor, now);
  const decided = decideCreation({ caseId, number, kind: wanted.kind, ...named, account }, actor, rules);
  if (!decided.ok) return decided;
  const prefilled = await prefillDraft(services, actor, rules, before);
  const writes = { events: decided.value, prefilled };
  return passDoorAnew(services.cases, asked, now.toISOString(), services.newSalt(), writes);
};

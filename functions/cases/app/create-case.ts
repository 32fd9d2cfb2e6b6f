import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { caseNumberOf } from '#shared/kernel/case-number.ts';
import { besideId } from '#shared/kernel/ids.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import type { CaseKind, ChangeScale, KindChecks } from '#shared/regulation/profile.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { LinkedCase } from '../domain/case-state.ts';
import { createCase as decideCreation } from '../domain/create-case.ts';
import type { DecisionWrites } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import { findSubject, type NamedSubject } from './find-subject.ts';
import { type CommandAnswer, passDoorAnew } from './pass-door.ts';
import { prefillDraft } from './prefill-draft.ts';
import type { CaseServices } from './services.ts';
import { tenantNames } from './view-labels.ts';

export interface CaseToCreate extends NamedSubject {
  readonly kind: CaseKind;
  /** Of a change, where the rules file a major one otherwise. */
  readonly scale?: ChangeScale | undefined;
}

const notFiledByScale: Refusal = {
  code: 'request-invalid',
  detail: '请按下列提示修改后重新提交。',
  errors: [
    {
      pointer: '/scale',
      code: 'unknown-field',
      message: '此事项不在新建时选择变更类别，请删除；变更类别在申请中填写。',
    },
  ],
};

/** 办件编号. Taken beside the transaction: one addition to one item never conflicts, and a lost number is no harm. */
const numberFor = async (services: CaseServices, actor: Actor, now: Date): Promise<string> => {
  const year = shanghaiDateOf(now).slice(0, 4);
  const [names, serial] = await Promise.all([
    tenantNames(services, actor),
    services.cases.takeSerial(actor.tenant, year),
  ]);
  return caseNumberOf({ place: names.get(actor.tenant) ?? nodeOf(actor.tenant), year, serial });
};

type Rules = DecisionContext['rules'];

interface Draft {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly named: NamedSubject;
  /** The rules that tell how its subject is named: of what was asked, be it filed as another kind. */
  readonly asks: Pick<Rules, 'subject' | 'title'>;
  readonly linked?: LinkedCase;
}

const decideDraft = async (
  services: CaseServices,
  actor: Actor,
  rules: Rules,
  { named, asks, ...draft }: Draft,
): Promise<Result<DecisionWrites, Refusal>> => {
  const found = await findSubject(services, actor, asks, named);
  if (!found.ok) return found;
  const { before, ...subject } = found.value;
  const account =
    rules.needsAccount || rules.opensAccount
      ? await services.cases.findAccount(actor.tenant, actor.organisation.id)
      : undefined;
  const number = await numberFor(services, actor, services.clock.now());
  const decided = decideCreation({ ...draft, ...subject, number, account }, actor, rules);
  if (!decided.ok) return decided;
  return accept({ events: decided.value, prefilled: await prefillDraft(services, actor, rules, before) });
};

const begin = (
  services: CaseServices,
  asked: Asked,
  { rules }: Pick<DecisionContext, 'rules'>,
  draft: Draft,
): Promise<Result<CommandAnswer, Refusal>> =>
  passDoorAnew({
    store: services.cases,
    asked,
    at: services.clock.now().toISOString(),
    salt: services.newSalt(),
    decide: () => decideDraft(services, asked.actor, rules, draft),
  });

type Parallel = NonNullable<NonNullable<KindChecks['change']>['parallel']>;

/**
 * 重大变更 as two matters handled side by side: the application for the new, and the exit of the old. Asked again after
 * an interruption, what is missing of the two is made. Answers the application.
 */
const beginBoth = async (
  services: CaseServices,
  asked: Asked,
  { application, exit }: Parallel,
  one: Pick<Draft, 'caseId' | 'named' | 'asks'>,
): Promise<Result<CommandAnswer, Refusal>> => {
  const { tenant } = asked.actor;
  const [toApply, toExit] = await Promise.all(
    [application, exit].map((kind) => decisionContext(services, { tenant, kind })),
  );
  if (!toApply?.ok || !toExit?.ok) throw new Error('a change is filed as kinds that are not offered');
  const linked = { caseId: besideId(one.caseId), as: 'exit' } as const;
  const first = await begin(services, asked, toApply.value, { ...one, kind: application, linked });
  if (!first.ok) return first;
  const { caseId } = first.value;
  const second = await begin(
    services,
    { ...asked, idempotencyKey: `${asked.idempotencyKey}#exit` },
    toExit.value,
    { ...one, caseId: besideId(caseId), kind: exit, linked: { caseId, as: 'application' } },
  );
  return second.ok ? first : second;
};

/** 新建办件草稿. Refused where the city's rules do not offer the application. */
export const createCase = async (
  services: CaseServices,
  asked: Asked,
  { kind, scale, ...named }: CaseToCreate,
): Promise<Result<CommandAnswer, Refusal>> => {
  const { tenant } = asked.actor;
  const context = await decisionContext(services, { tenant, kind });
  if (!context.ok) return context;
  const asks = context.value.rules;
  const parallel = asks.checks?.change?.parallel;
  if (scale !== undefined && !parallel) return refuse(notFiledByScale);
  const caseId = `${nodeOf(tenant)}.${services.ids.next(services.clock.now().getTime())}`;
  const one = { caseId, named, asks };
  return scale === 'major' && parallel
    ? beginBoth(services, asked, parallel, one)
    : begin(services, asked, context.value, { ...one, kind });
};

import { type Door, passDoor, passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type {
  OffCloudAnswer,
  RegisterOffCloudBody,
  UpdateOffCloudBody,
} from '#shared/contracts/off-cloud.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { offCloudRulesOf } from '#shared/regulation/find-off-cloud.ts';
import { decideUpdate, register } from '../domain/decide-off-cloud.ts';
import { type Doer, type OffCloudEntry, statusOf } from '../domain/off-cloud-entry.ts';
import type { OffCloudEvent } from '../domain/off-cloud-events.ts';
import { maySee } from '../domain/who-may.ts';
import { approvesExceptions, mayRegister, mayUpdate } from '../domain/who-may-register.ts';
import { offCloudProcess } from './off-cloud-process.ts';
import type { OffCloudRef, OffCloudServices } from './off-cloud-services.ts';

type Answer = Promise<Result<OffCloudAnswer, Refusal>>;

const unknownEntry: Refusal = { code: 'not-found', detail: '没有这条登记，或您无权查看。' };

const doorOf = (
  { entries, newSalt }: OffCloudServices,
  today: string,
): Door<OffCloudRef, OffCloudEntry, OffCloudEvent, OffCloudAnswer> => ({
  rules: offCloudProcess,
  store: entries,
  unknown: unknownEntry,
  moved: ({ name }) => ({
    code: 'off-cloud-moved',
    detail: `在您查看之后，“${name}”的登记有了变动，请刷新后再办。`,
  }),
  answer: (entry, version) => ({ entryId: entry.entryId, version, status: statusOf(entry, today) }),
  newSalt,
});

const doerOf = ({ tenant, membershipId }: Actor): Doer => ({ tenant, membership: membershipId });

/** 登记 of what a unit has off the cloud, under the rules in force. */
export const registerOffCloud = async (
  services: OffCloudServices,
  asked: Asked,
  body: RegisterOffCloudBody,
): Answer => {
  const { actor } = asked;
  if (!mayRegister(actor))
    return refuse({ code: 'not-allowed', detail: '云外资源由使用部门经办人或者主管部门登记。' });
  const { tenant, organisation } = actor;
  const now = services.clock.now();
  const at = now.toISOString();
  const today = shanghaiDateOf(now);
  const ref = { tenant, entryId: services.newId(tenant, now) };
  const ruleVersion = services.ruleVersionOf(tenant);
  const registered = { at, by: doerOf(actor) };
  const rules = offCloudRulesOf({ ruleVersion });
  return passDoorAnew(doorOf(services, today), {
    ref,
    asked,
    at,
    decide: async () =>
      register({ ...body, ...ref, organisation, ruleVersion, registered }, { rules, today }),
    taken: unknownEntry,
  });
};

/** 更新: each act by whoever it belongs to, under the rules that are in force when it is asked. */
export const updateOffCloud = async (
  services: OffCloudServices,
  asked: Asked,
  { entryId, expectedVersion }: { readonly entryId: string; readonly expectedVersion: number },
  body: UpdateOffCloudBody,
): Answer => {
  const { actor } = asked;
  const tenant = reachedTenant(actor, entryId);
  if (!tenant) return refuse(unknownEntry);
  recordCrossTenant(actor, { tenant, caseId: entryId }, 'updateOffCloud');
  const now = services.clock.now();
  const today = shanghaiDateOf(now);
  const rules = offCloudRulesOf({ ruleVersion: services.ruleVersionOf(tenant) });
  return passDoor(doorOf(services, today), {
    ref: { tenant, entryId },
    asked,
    expectedVersion,
    at: now.toISOString(),
    maySee: (entry) => maySee(actor, entry),
    decide: async ({ state }) =>
      mayUpdate(actor, state, body.kind, rules)
        ? decideUpdate(state, body, {
            rules,
            today,
            by: doerOf(actor),
            approves: approvesExceptions(actor, state, rules),
          })
        : refuse({
            code: 'not-allowed',
            detail: '登记由本单位更新；租用云的例外续租由本级主管部门批准。',
          }),
  });
};

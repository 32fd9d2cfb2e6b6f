import { type Door, passDoor, passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type { ReclamationActBody, ReclamationAnswer } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { acknowledge, confirmErasure, restore, revokeCertificate } from '../domain/act-on-reclamation.ts';
import { unclaimed } from '../domain/claims.ts';
import { openReclamation } from '../domain/open-reclamation.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { withWaits } from '../domain/reclamation-waits.ts';
import { authorityFor, doerOf, isAuthority, isDepartment, looksInto } from '../domain/who-may.ts';
import { recordLook, tenantOf, unknownProcess } from './find-process.ts';
import type { ReclamationRef, ReclamationServices } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { poolsOf, resourcesInUse } from './resources-in-use.ts';
import { rulesOf, versionInForce } from './rules-of.ts';
import { maySeeReclamation } from './view-reclamation.ts';

type Answer = Promise<Result<ReclamationAnswer, Refusal>>;

const doorOf = ({
  reclamations,
  newSalt,
}: ReclamationServices): Door<ReclamationRef, Reclamation, ReclamationEvent, ReclamationAnswer> => ({
  rules: reclamationProcess,
  store: reclamations,
  unknown: unknownProcess,
  moved: ({ systemName }) => ({
    code: 'reclamation-moved',
    detail: `在您查看之后，“${systemName}”的回收有了新进展，请刷新后再办。`,
  }),
  answer: (state, version) => ({
    reclamationId: state.reclamationId,
    version,
    status: reclamationStatus(state, rulesOf(state)),
  }),
  newSalt,
});

const notYours = (detail: string) => refuse<Refusal>({ code: 'not-allowed', detail });

const decide = (
  actor: Actor,
  state: Reclamation,
  body: ReclamationActBody,
  today: string,
): Result<readonly ReclamationEvent[], Refusal> => {
  const rules = rulesOf(state);
  const by = doerOf(actor);
  const department = isDepartment(actor, state);
  const authority = isAuthority(actor, state.tenant, state.authority, rules);
  switch (body.kind) {
    case 'acknowledge':
      return department
        ? acknowledge(state, by, body.archived ?? [], rules, today)
        : notYours('数据责任由使用部门确认。');
    case 'confirmErasure':
      return department
        ? confirmErasure(state, by, body.note, rules)
        : notYours('数据清除由使用部门和云服务商双方确认。');
    case 'restore':
      return authority
        ? restore(state, by, body.reason, today)
        : notYours('恢复使用由作出决定的主管部门办理。');
    case 'revoke':
      return authority ? revokeCertificate(state, by, body.reason) : notYours('证明由主管部门撤销。');
  }
};

/** 办理一件回收: each act once, by whoever it belongs to. */
export const actOnReclamation = async (
  services: ReclamationServices,
  asked: Asked,
  reclamationId: string,
  expectedVersion: number,
  body: ReclamationActBody,
): Answer => {
  const { actor } = asked;
  const tenant = tenantOf(actor, reclamationId);
  if (!tenant) return refuse(unknownProcess);
  recordLook(actor, tenant, reclamationId, 'actOnReclamation');
  const now = services.clock.now();
  return passDoor(doorOf(services), {
    ref: { tenant, reclamationId },
    asked,
    expectedVersion,
    at: now.toISOString(),
    maySee: (state) => maySeeReclamation(actor, state),
    decide: async ({ state }) => {
      if (body.kind === 'restore' && (await services.claims.of(state)).closing) return closed;
      const decided = decide(actor, state, body, shanghaiDateOf(now));
      return decided.ok ? accept(withWaits(state, decided.value, rulesOf(state))) : decided;
    },
  });
};

/** The very same resources are given back or gone once; two reclamations would certify them twice. */
const overlaps = (count: number): Refusal => ({
  code: 'reclamation-overlaps',
  detail: `所选资源中有 ${count} 个已在另一件回收中，请在“回收”中查看，待其办结或恢复后再办，或者只选其余的资源。`,
});

const closed = refuse<Refusal>({
  code: 'reclamation-not-now',
  detail: '这个信息系统的关停申请已经批准，资源不再恢复使用。',
});

const unknownSystem: Refusal = { code: 'not-found', detail: '没有这个信息系统，或您无权查看。' };

/** 安全原因的回收决定, entered with its reason and evidence by the authority that decides about these resources. */
export const openForSecurity = async (
  services: ReclamationServices,
  asked: Asked,
  body: { readonly systemId: string; readonly reason: string; readonly resourceIds?: readonly string[] },
): Answer => {
  const { actor } = asked;
  const tenant = tenantOf(actor, body.systemId);
  const system = tenant && (await services.registry.findSystem({ tenant, systemId: body.systemId }));
  if (!tenant || !system || !looksInto(actor, tenant)) return refuse(unknownSystem);
  const { systemId, name, organisation } = system;
  const ruleVersion = versionInForce(tenant);
  const rules = rulesOf({ ruleVersion });
  const rows = await services.registry.resourcesOf({ tenant, systemId });
  const resources = resourcesInUse(rows, body.resourceIds);
  const authority = authorityFor(poolsOf(rows, resources), tenant, rules);
  if (!isAuthority(actor, tenant, authority, rules))
    return notYours('回收决定由主管这些资源的主管部门作出。');
  if (resources.length === 0)
    return refuse({
      code: 'reclamation-invalid',
      detail: '没有可以回收的在用资源，请核对信息系统和资源编号。',
    });
  recordLook(actor, tenant, systemId, 'openReclamation');
  const seen = await services.claims.of({ tenant, systemId });
  const taken = resources.length - unclaimed(resources, seen).length;
  if (taken > 0) return refuse(overlaps(taken));
  const now = services.clock.now();
  const at = now.toISOString();
  const reclamationId = services.newId(tenant, now);
  const overlay = await services.references.calendarOverlay(cityOf(tenant));
  const events = openReclamation(
    {
      tenant,
      reclamationId,
      systemId,
      systemName: name,
      organisation,
      ruleVersion,
      cause: 'security',
      authority,
      decision: { at, by: doerOf(actor), reason: body.reason },
      resources,
      archived: [],
    },
    rules,
    createWorkingCalendar(overlay, tenant),
  );
  const door = { ...doorOf(services), store: services.opening(() => seen) };
  return passDoorAnew(door, { tenant, reclamationId }, asked, at, events, overlaps(resources.length));
};

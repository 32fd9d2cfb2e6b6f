import { passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type { ReclamationAnswer } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto, reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { type Claims, unclaimed } from '../domain/claims.ts';
import { openReclamation } from '../domain/open-reclamation.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import { authorityFor, doerOf, isAuthority } from '../domain/who-may.ts';
import { reclamationDoor } from './command-reclamation.ts';
import type { ReclamationServices } from './ports.ts';
import { poolsOf, resourcesInUse } from './resources-in-use.ts';
import { rulesOf, versionInForce } from './rules-of.ts';

export interface SecurityReclamation {
  readonly systemId: string;
  readonly reason: string;
  /** Only these; without them whatever of the system is in use. */
  readonly resourceIds?: readonly string[];
}

/** The very same resources are given back or gone once; two reclamations would certify them twice. */
const overlaps = (count: number): Refusal => ({
  code: 'reclamation-overlaps',
  detail: `所选资源中有 ${count} 个已在另一件回收中，请在“回收”中查看，待其办结或恢复后再办，或者只选其余的资源。`,
});

const justOpened: Refusal = {
  code: 'reclamation-overlaps',
  detail: '这个信息系统刚刚有另一件回收开始办理，请在“回收”中查看后再办。',
};

const unknownSystem: Refusal = { code: 'not-found', detail: '没有这个信息系统，或您无权查看。' };

const notTheAuthority: Refusal = {
  code: 'not-allowed',
  detail: '回收决定由主管这些资源的主管部门作出。',
};

const nothingInUse: Refusal = {
  code: 'reclamation-invalid',
  detail: '没有可以回收的在用资源，请核对信息系统和资源编号。',
};

interface Begun {
  readonly events: readonly ReclamationEvent[];
  readonly seen: Claims;
}

interface New {
  readonly tenant: TenantId;
  readonly reclamationId: string;
  readonly at: string;
}

const begin = async (
  services: ReclamationServices,
  actor: Actor,
  { tenant, reclamationId, at }: New,
  { systemId, reason, resourceIds }: SecurityReclamation,
): Promise<Result<Begun, Refusal>> => {
  const { registry, claims, references } = services;
  const system = await registry.findSystem({ tenant, systemId });
  if (!system) return refuse(unknownSystem);
  const ruleVersion = versionInForce(tenant);
  const rules = rulesOf({ ruleVersion });
  const rows = await registry.resourcesOf({ tenant, systemId });
  const resources = resourcesInUse(rows, resourceIds);
  const authority = authorityFor(poolsOf(rows, resources), tenant, rules);
  if (!isAuthority(actor, tenant, authority, rules)) return refuse(notTheAuthority);
  if (resources.length === 0) return refuse(nothingInUse);
  recordCrossTenant(actor, { tenant, caseId: systemId }, 'openReclamation');
  const seen = await claims.of({ tenant, systemId });
  const taken = resources.length - unclaimed(resources, seen).length;
  if (taken > 0) return refuse(overlaps(taken));
  const events = openReclamation(
    {
      tenant,
      reclamationId,
      systemId,
      systemName: system.name,
      organisation: system.organisation,
      ruleVersion,
      cause: 'security',
      authority,
      decision: { at, by: doerOf(actor), reason },
      resources,
      archived: [],
    },
    rules,
    createWorkingCalendar(await references.calendarOverlay(cityOf(tenant)), tenant),
  );
  return accept({ events, seen });
};

/** 安全原因的回收决定, entered with its reason and evidence by the authority that decides about these resources. */
export const openForSecurity = async (
  services: ReclamationServices,
  asked: Asked,
  body: SecurityReclamation,
): Promise<Result<ReclamationAnswer, Refusal>> => {
  const { actor } = asked;
  const tenant = reachedTenant(actor, body.systemId);
  if (!tenant || !looksInto(actor, tenant)) return refuse(unknownSystem);
  const now = services.clock.now();
  const at = now.toISOString();
  const ref = { tenant, reclamationId: services.newId(tenant, now) };
  let seen: Claims | undefined;
  return passDoorAnew(
    { ...reclamationDoor(services), store: services.opening(() => seen) },
    {
      ref,
      asked,
      at,
      decide: async () => {
        const begun = await begin(services, actor, { ...ref, at }, body);
        if (!begun.ok) return begun;
        seen = begun.value.seen;
        return accept(begun.value.events);
      },
      taken: justOpened,
    },
  );
};

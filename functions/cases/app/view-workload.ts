import type { WorkloadView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityTenantOf, isCityTenant, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { applicationRules } from './application-rules.ts';
import { tenantsInSight } from './case-source.ts';
import { decisionContext } from './decision-context.ts';
import { type Today, workingDaysOn } from './due-light.ts';
import type { CaseLists, WorkRow } from './ports.ts';
import type { CaseServices } from './services.ts';
import { stepStatus } from './status-of.ts';

/** Most tasks counted in one queue; what is more is said to be more. */
const mostCounted = 500;

interface Desk {
  readonly step: RouteStep;
  readonly stage: RouteStage;
}
type Cell = WorkloadView['rows'][number]['cells'][number];

interface Queue {
  readonly rows: readonly WorkRow[];
  readonly more: boolean;
}

/** The open tasks of a queue by its index alone; how many matters were ever closed does not count. */
const queueOf = async (lists: CaseLists, tenant: TenantId, role: string): Promise<Queue> => {
  const rows = await lists.listWork({ tenant, role }, undefined, mostCounted);
  return { rows, more: rows.length === mostCounted };
};

const cellOf = ({ stage }: Desk, { rows, more }: Queue, today: Today): Cell => {
  const on = shanghaiDateOf(new Date(today.now));
  const oldest = rows.map(({ openedAt }) => openedAt).sort()[0];
  return {
    stage: stage.id,
    open: rows.length,
    overdue: rows.filter(({ targetOn }) => targetOn !== undefined && targetOn < on).length,
    ...(oldest === undefined ? {} : { oldestDays: workingDaysOn(oldest, undefined, today) }),
    more,
  };
};

/**
 * Counties × stages for whoever looks into them: how much lies where, how much of it is late, and for how long the
 * oldest has lain (yc-cloud-4-2). Reads one bounded page of each queue's open tasks. Desks in the departments are not
 * in it: they are each unit's own.
 */
export const viewWorkload = async (
  services: CaseServices,
  actor: Actor,
): Promise<Result<WorkloadView, Refusal>> => {
  const counties = tenantsInSight(actor).filter((tenant) => !isCityTenant(tenant));
  const applicable = applicationRules(actor.tenant);
  if (counties.length === 0 || !applicable.ok) return accept({ stages: [], rows: [], mostCounted });
  const context = await decisionContext(services, actor.tenant);
  if (!context.ok) return context;
  const desks = applicable.value.rules.routes.countyDepartment.steps.flatMap((step) =>
    step.stages
      .filter(({ holder }) => holder.of === 'county' || (holder.of === 'city' && isCityTenant(actor.tenant)))
      .map((stage): Desk => ({ step, stage })),
  );
  const atCity = new Map<string, Queue>();
  for (const { stage } of desks)
    if (stage.holder.of === 'city')
      atCity.set(stage.id, await queueOf(services.lists, cityTenantOf(actor.tenant), stage.holder.role));
  const queueAt = async (county: TenantId, { stage }: Desk): Promise<Queue> => {
    const shared = atCity.get(stage.id);
    if (!shared) return queueOf(services.lists, county, stage.holder.role);
    return { rows: shared.rows.filter(({ ref }) => ref.tenant === county), more: shared.more };
  };
  const rows = await Promise.all(
    counties.map(async (tenant) => ({
      tenant,
      tenantName: tenants.find(({ id }) => id === tenant)?.name ?? nodeOf(tenant),
      cells: await Promise.all(
        desks.map(async (desk) => cellOf(desk, await queueAt(tenant, desk), context.value)),
      ),
    })),
  );
  return accept({
    stages: desks.map(({ step, stage }) => ({
      stage: stage.id,
      step: step.id,
      stepTitle: step.title,
      title: stage.title,
      clause: step.clause,
      status: stepStatus[step.id],
    })),
    rows,
    mostCounted,
  });
};

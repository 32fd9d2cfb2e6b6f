import type { WorkloadView } from '#shared/contracts/case-lists.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { tenantsInSight } from '#shared/kernel/sight.ts';
import { cityTenantOf, isCityTenant, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import { profileRules } from './application-rules.ts';
import { decisionContext } from './decision-context.ts';
import { type Today, workingDaysOn } from './due-light.ts';
import type { CaseLists, WorkRow } from './list-ports.ts';
import type { CaseServices } from './services.ts';
import { stepStatus } from './status-of.ts';
import { tenantNames } from './view-labels.ts';

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

/** The desks of a tenant's applications that the actor may look at: a city's queues are the city's own. */
const desksOf = (tenant: TenantId, actor: Actor): readonly Desk[] => {
  const applicable = profileRules({ tenant, kind: 'cloudApplication' });
  if (!applicable.ok) return [];
  const seesCity = isCityTenant(actor.tenant);
  return applicable.value.route.steps.flatMap((step) =>
    step.stages
      .filter(({ holder }) => holder.of === 'county' || (holder.of === 'city' && seesCity))
      .map((stage): Desk => ({ step, stage })),
  );
};

/** Reads each queue once, however many tenants' matters lie in it. */
const queuesOf = (lists: CaseLists) => {
  const read = new Map<string, Promise<Queue>>();
  return async (tenant: TenantId, { stage }: Desk): Promise<Queue> => {
    const holder = stage.holder.of === 'city' ? cityTenantOf(tenant) : tenant;
    const key = `${holder} ${stage.holder.role}`;
    const queue = read.get(key) ?? queueOf(lists, holder, stage.holder.role);
    read.set(key, queue);
    const { rows, more } = await queue;
    return { rows: rows.filter(({ ref }) => ref.tenant === tenant), more };
  };
};

const stageOf = ({ step, stage }: Desk): WorkloadView['stages'][number] => ({
  stage: stage.id,
  step: step.id,
  stepTitle: step.title,
  title: stage.title,
  clause: step.clause,
  status: stepStatus[step.id],
});

/**
 * Counties × stages for whoever looks into them: how much lies where, how much of it is late, and for how long the
 * oldest has lain (yc-cloud-4-2). Reads one bounded page of each queue's open tasks. Desks in the departments are not
 * in it: they are each unit's own.
 */
export const viewWorkload = async (
  services: CaseServices,
  actor: Actor,
): Promise<Result<WorkloadView, Refusal>> => {
  const names = await tenantNames(services, actor);
  const seen = tenantsInSight(actor, names).map((tenant) => ({ tenant, desks: desksOf(tenant, actor) }));
  const tables = seen.filter(({ desks }) => desks.length > 0);
  if (tables.length === 0) return accept({ stages: [], rows: [], mostCounted });
  const context = await decisionContext(services, { tenant: actor.tenant, kind: 'cloudApplication' });
  if (!context.ok) return context;
  const queueAt = queuesOf(services.lists);
  const rows = await Promise.all(
    tables.map(async ({ tenant, desks }) => ({
      tenant,
      tenantName: names.get(tenant) ?? nodeOf(tenant),
      cells: await Promise.all(
        desks.map(async (desk) =>
          cellOf(desk, await queueAt(tenant, desk), {
            calendar: context.value.calendarOf(tenant),
            now: context.value.now,
          }),
        ),
      ),
    })),
  );
  const stages = new Map(tables.flatMap(({ desks }) => desks.map((desk) => [desk.stage.id, stageOf(desk)])));
  // The counties' stages first, as most of the rows have them.
  const inOrder = [...tables].sort((a, b) => Number(isCityTenant(a.tenant)) - Number(isCityTenant(b.tenant)));
  const ids = [...new Set(inOrder.flatMap(({ desks }) => desks.map(({ stage }) => stage.id)))];
  return accept({ stages: ids.flatMap((id) => stages.get(id) ?? []), rows, mostCounted });
};

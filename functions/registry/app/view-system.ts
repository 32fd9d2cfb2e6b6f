import type { ResourceView, SystemSummary, SystemView } from '#shared/contracts/registry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { CountedSystem, LifeEvent, Resource } from '../domain/resource.ts';
import { maySee } from '../domain/who-may.ts';
import type { SystemRef } from './ports.ts';
import type { RegistryServices } from './services.ts';

const unknownSystem: Refusal = { code: 'not-found', detail: '没有这个信息系统，或您无权查看。' };

const stages: readonly { readonly stage: LifeEvent['stage']; readonly label: string }[] = [
  { stage: 'application', label: '申请' },
  { stage: 'review', label: '审核' },
  { stage: 'opening', label: '开通' },
  { stage: 'goLive', label: '上线' },
  { stage: 'change', label: '变更' },
  { stage: 'exit', label: '退出' },
];

export const resourceViewOf = ({ tenant: _tenant, revision: _revision, ...view }: Resource): ResourceView =>
  view;

export const summaryOf = (
  { systemId, name, tenant, organisation, createdAt, closedAt, inUse }: CountedSystem,
  names: ReadonlyMap<TenantId, string>,
): SystemSummary => ({
  systemId,
  name,
  tenant,
  tenantName: names.get(tenant) ?? tenant,
  organisation,
  createdAt,
  ...(closedAt === undefined ? {} : { closedAt }),
  inUse: inUse.map((one) => ({ ...one, label: productKinds[one.kind] })),
});

/** What a month costs now: each running period at the price that it keeps. */
const monthlyCost = (resources: readonly Resource[], today: string): number =>
  resources
    .flatMap(({ billing }) => billing)
    .filter(({ from, to }) => from <= today && (to === undefined || to > today))
    .reduce((sum, { quantity, unitPriceFen }) => sum + quantity * unitPriceFen, 0);

/** Where a system lies for this actor; its id tells the county. */
const refOf = (actor: Actor, systemId: string): SystemRef | undefined => {
  const tenant = reachedTenant(actor, systemId);
  return tenant && { tenant, systemId };
};

const stagesOf = async (
  { references }: RegistryServices,
  life: readonly LifeEvent[],
): Promise<SystemView['stages']> => {
  const names = await references.namesOf(life.flatMap(({ by }) => by ?? []));
  return stages.map(({ stage, label }) => ({
    stage,
    label,
    entries: life
      .filter((event) => event.stage === stage)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ at, text, by, caseId }) => {
        const who = by && names.get(by.membership);
        return {
          stage,
          at,
          text,
          ...(who ? { by: { name: who.name, organisation: who.organisation } } : {}),
          ...(caseId === undefined ? {} : { caseId }),
        };
      }),
  }));
};

/** 一个信息系统 on one page: resources with addresses and billing, and its way through the six stages. */
export const viewSystem = async (
  services: RegistryServices,
  actor: Actor,
  systemId: string,
): Promise<Result<SystemView, Refusal>> => {
  const ref = refOf(actor, systemId);
  const system = ref && (await services.registry.findSystem(ref));
  if (!ref || !system || !maySee(actor, system)) return refuse(unknownSystem);
  recordCrossTenant(actor, { tenant: ref.tenant, caseId: systemId }, 'getSystem');
  const [resources, life, nodes] = await Promise.all([
    services.registry.resourcesOf(ref),
    services.registry.lifeOf(ref),
    services.references.nodesOf(cityOf(ref.tenant)),
  ]);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return accept({
    ...summaryOf(system, names),
    resources: resources.map(resourceViewOf),
    stages: await stagesOf(services, life),
    monthlyCostFen: monthlyCost(resources, shanghaiDateOf(services.clock.now())),
  });
};

import type { BillingPeriod, LifeStage, ResourceView } from '#shared/contracts/registry.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';

/** A resource as the registry keeps it; `revision` grows with every change. */
export interface Resource extends ResourceView {
  readonly tenant: TenantId;
  readonly revision: number;
}

/** 信息系统. */
export interface InformationSystem {
  readonly systemId: string;
  readonly tenant: TenantId;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  /** 关停. */
  readonly closedAt?: string;
}

/** 在用资源 of one kind: how many, and their quantities together. */
export interface InUse {
  readonly kind: ProductKind;
  readonly count: number;
  readonly quantity: number;
}

/** A system with what of it is in use, as its item counts it. */
export interface CountedSystem extends InformationSystem {
  readonly inUse: readonly InUse[];
}

/** Something that happened to a system; written again under its id it is the same. */
export interface LifeEvent {
  /** Unique within the system, e.g. `<caseId>-opened-1`. */
  readonly id: string;
  readonly stage: LifeStage;
  readonly at: string;
  readonly text: string;
  readonly by?: { readonly tenant: TenantId; readonly membership: string };
  readonly caseId?: string;
}

/** The specification in force, the last of the history. */
export const currentSpecification = ({ specifications }: Pick<ResourceView, 'specifications'>) => {
  const last = specifications.at(-1);
  if (!last) throw new Error('a resource without a specification');
  return last;
};

/** Ends what is billed on a day, the first that is no longer billed; what ended earlier stays. */
export const endBilling = (periods: readonly BillingPeriod[], on: string): BillingPeriod[] =>
  periods.flatMap((period) => {
    if (period.from >= on) return [];
    return [period.to === undefined || period.to > on ? { ...period, to: on } : period];
  });

/**
 * 回收: not in use from then on, its addresses free for others, billed until the day before `billedUntil`. Of two that
 * take it back the earlier counts, whichever is told first. Undefined when there is nothing left to change.
 */
export const reclaimed = (resource: Resource, at: string, billedUntil: string): Resource | undefined => {
  const billing = endBilling(resource.billing, billedUntil);
  if (resource.state !== 'reclaimed')
    return {
      ...resource,
      state: 'reclaimed',
      reclaimedAt: at,
      addresses: [],
      releasedAddresses: resource.addresses,
      billing,
    };
  const { reclaimedAt } = resource;
  const earlier = reclaimedAt !== undefined && at < reclaimedAt;
  const shorter = JSON.stringify(billing) !== JSON.stringify(resource.billing);
  return earlier || shorter ? { ...resource, ...(earlier ? { reclaimedAt: at } : {}), billing } : undefined;
};

/** 数据清除 confirmed by both sides. */
export const erased = (resource: Resource, at: string): Resource | undefined =>
  resource.erasedAt === undefined ? { ...resource, erasedAt: at } : undefined;

/** What of a provider's cloud keeps it from leaving: still in use, or given back without the erasure confirmed by both sides. */
export const heldBy = (
  resources: readonly Pick<Resource, 'provider' | 'state' | 'erasedAt'>[],
  provider: string,
): 'inUse' | 'unerased' | undefined => {
  const own = resources.filter((resource) => resource.provider?.id === provider);
  if (own.some(({ state }) => state === 'inUse')) return 'inUse';
  return own.some(({ erasedAt }) => erasedAt === undefined) ? 'unerased' : undefined;
};

/** What has gone live, or was taken back before it could: nobody waits for it any more. */
export const awaitedNoMore = ({ state, goneLiveOn }: Pick<ResourceView, 'state' | 'goneLiveOn'>): boolean =>
  goneLiveOn !== undefined || state !== 'inUse';

import type { AggregateStore, Loaded } from '#shared/aggregate/aggregate.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, isTenantId, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';

export const unknownProcess: Refusal = { code: 'not-found', detail: '没有这一事项，或您无权查看。' };

/** Whose an id is, for this actor: their own tenant's, or for the city's people that of any of its counties. */
export const tenantOf = (actor: Actor, id: string): TenantId | undefined => {
  const tenant = `${cityOf(actor.tenant)}/${id.slice(0, id.indexOf('.'))}`;
  if (!isTenantId(tenant)) return undefined;
  const reachable = tenant === actor.tenant || (isCityTenant(actor.tenant) && nodeOf(tenant) !== '_city');
  return reachable ? tenant : undefined;
};

/** A city's look into a county is recorded. */
export const recordLook = (actor: Actor, tenant: TenantId, caseId: string, operation: string): void => {
  if (actor.tenant === tenant) return;
  const { personId: person, membershipId: membership } = actor;
  log.info('access.cross-tenant', { operation, person, membership, tenant, caseId });
};

interface Wanted<Ref, State> {
  readonly store: AggregateStore<Ref, State>;
  readonly refOf: (tenant: TenantId) => Ref;
  readonly maySee: (actor: Actor, state: State) => boolean;
  readonly id: string;
  readonly operation: string;
}

/** A process that the actor may see; to everybody else there is none. */
export const findProcess = async <Ref, State extends { readonly tenant: TenantId }>(
  { store, refOf, maySee, id, operation }: Wanted<Ref, State>,
  actor: Actor,
): Promise<Result<Loaded<State>, Refusal>> => {
  const tenant = tenantOf(actor, id);
  const loaded = tenant && (await store.load(refOf(tenant)));
  if (!tenant || !loaded || !maySee(actor, loaded.state)) return refuse(unknownProcess);
  recordLook(actor, tenant, id, operation);
  return accept(loaded);
};

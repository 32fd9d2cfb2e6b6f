import type { AggregateStore, Loaded } from '#shared/aggregate/aggregate.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';

export const unknownProcess: Refusal = { code: 'not-found', detail: '没有这一事项，或您无权查看。' };

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
  const tenant = reachedTenant(actor, id);
  const loaded = tenant && (await store.load(refOf(tenant)));
  if (!tenant || !loaded || !maySee(actor, loaded.state)) return refuse(unknownProcess);
  recordCrossTenant(actor, { tenant, caseId: id }, operation);
  return accept(loaded);
};

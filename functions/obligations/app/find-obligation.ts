import type { Loaded } from '#shared/aggregate/aggregate.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { maySee } from '../domain/who-may.ts';
import type { ObligationRef, ObligationServices } from './ports.ts';

export const unknownObligation: Refusal = { code: 'not-found', detail: '没有这个履约事项，或您无权查看。' };

/** Where it lies for this actor; its id tells the county. */
export const obligationRefOf = (actor: Actor, obligationId: string): ObligationRef | undefined => {
  const tenant = reachedTenant(actor, obligationId);
  return tenant && { tenant, obligationId };
};

export const findObligation = async (
  { obligations }: Pick<ObligationServices, 'obligations'>,
  actor: Actor,
  obligationId: string,
  operation: string,
): Promise<Result<Loaded<Obligation> & { readonly ref: ObligationRef }, Refusal>> => {
  const ref = obligationRefOf(actor, obligationId);
  const loaded = ref && (await obligations.load(ref));
  if (!ref || !loaded || !maySee(actor, loaded.state)) return refuse(unknownObligation);
  recordCrossTenant(actor, { tenant: ref.tenant, caseId: obligationId }, operation);
  return accept({ ...loaded, ref });
};

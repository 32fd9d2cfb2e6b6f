import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, isTenantId, nodeOf } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { maySee } from '../domain/who-may.ts';
import type { CaseRef, CaseStore, LoadedCase } from './ports.ts';
import { unknownCase } from './unknown-case.ts';

/**
 * Where a case id lies for this actor: always in the actor's own city, and for a county's people in their county.
 * Anything else is answered as if it did not exist.
 */
export const refOf = (actor: Actor, caseId: string): Result<CaseRef, Refusal> => {
  const tenant = `${cityOf(actor.tenant)}/${caseId.slice(0, caseId.indexOf('.'))}`;
  if (!isTenantId(tenant)) return refuse(unknownCase);
  const reachable = tenant === actor.tenant || (isCityTenant(actor.tenant) && nodeOf(tenant) !== '_city');
  return reachable ? accept({ tenant, caseId }) : refuse(unknownCase);
};

/** Loads a case that the actor may see; a city's look into a county is recorded (yc-cloud-4-2). */
export const findCase = async (
  store: CaseStore,
  actor: Actor,
  caseId: string,
  operation: string,
): Promise<Result<LoadedCase & { readonly ref: CaseRef }, Refusal>> => {
  const ref = refOf(actor, caseId);
  if (!ref.ok) return ref;
  const loaded = await store.load(ref.value);
  if (!loaded || !maySee(actor, loaded.state)) return refuse(unknownCase);
  recordCrossTenant(actor, ref.value, operation);
  return accept({ ...loaded, ref: ref.value });
};

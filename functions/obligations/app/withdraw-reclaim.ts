import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ObligationEvent } from '../domain/obligation-events.ts';
import { type Doer, type Obligation, orderedReclaim } from '../domain/obligation-state.ts';
import { clockOf, type Reckoning } from '../domain/reckon-due.ts';
import { obligationsIn } from './end-with-resources.ts';
import { passSystem } from './open-obligations.ts';
import { reclamationIdOf } from './order-reclaim.ts';
import type { ObligationLists, SystemServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';

/** A reclaim by somebody's decision that was taken back before anything was destroyed. */
export interface GivenBack {
  readonly tenant: TenantId;
  readonly organisation: string;
  readonly systemId: string;
  readonly reclamationId: string;
  readonly by: Doer;
  readonly reason: string;
}

const isOrderedAs = (obligation: Obligation, reclamationId: string): boolean => {
  const ordered = orderedReclaim(obligation);
  return ordered !== undefined && reclamationIdOf(obligation, ordered.at) === reclamationId;
};

const withdrawn = (
  standing: Obligation | undefined,
  { reclamationId, by, reason }: GivenBack,
  reckoning: Reckoning,
): readonly ObligationEvent[] => {
  if (!standing || !isOrderedAs(standing, reclamationId)) return [];
  const { reminded: _reminded, ...anew } = standing;
  return [{ type: 'ReclaimWithdrawn', by, text: reason, clock: clockOf(anew, reckoning) }];
};

/** What was to be taken back for its lapse is owed as before; asked again it changes nothing. */
export const withdrawReclaim = async (
  services: SystemServices & { readonly lists: ObligationLists },
  given: GivenBack,
): Promise<void> => {
  const { tenant, reclamationId } = given;
  for (const obligation of await obligationsIn(services, given, 'closed')) {
    if (!isOrderedAs(obligation, reclamationId)) continue;
    const { obligationId } = obligation;
    const reckoning = await reckoningFor(services, obligation);
    await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
      withdrawn(standing, given, reckoning),
    );
  }
};

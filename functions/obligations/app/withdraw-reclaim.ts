import type { TenantId } from '#shared/kernel/tenant.ts';
import { endObligation } from '../domain/end-obligation.ts';
import type { ObligationEvent } from '../domain/obligation-events.ts';
import { type Doer, type Obligation, orderedReclaim } from '../domain/obligation-state.ts';
import { clockOf, type Reckoning } from '../domain/reckon-due.ts';
import { obligationsIn } from './end-with-resources.ts';
import { isTakenBack, type OpeningServices } from './open-obligations.ts';
import { reclamationIdOf } from './order-reclaim.ts';
import { passSystem } from './pass-system.ts';
import type { ObligationLists } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';

/** A reclaim by somebody's decision that was taken back before anything was destroyed. */
export interface GivenBack {
  readonly tenant: TenantId;
  readonly organisation: string;
  readonly systemId: string;
  readonly reclamationId: string;
  readonly at: string;
  readonly by: Doer;
  readonly reason: string;
  readonly resourceIds: readonly string[];
}

const isOrderedAs = (obligation: Obligation, reclamationId: string): boolean => {
  const ordered = orderedReclaim(obligation);
  return ordered !== undefined && reclamationIdOf(obligation, ordered.at) === reclamationId;
};

const withdrawn = (
  standing: Obligation | undefined,
  { by, reason }: Pick<GivenBack, 'by' | 'reason'>,
  reckoning: Reckoning,
): readonly ObligationEvent[] => {
  if (!standing || standing.ended) return [];
  const { reminded: _reminded, ...anew } = standing;
  return [{ type: 'ReclaimWithdrawn', by, text: reason, clock: clockOf(anew, reckoning) }];
};

/** Batches of which something was given back, as `<case>-<batch>`. */
const batchesOf = async (
  { registry }: Pick<OpeningServices, 'registry'>,
  { tenant, systemId, resourceIds }: GivenBack,
): Promise<ReadonlySet<string>> => {
  const given = new Set(resourceIds);
  const rows = await registry.resourcesOf({ tenant, systemId });
  return new Set(
    rows.flatMap(({ resourceId, caseId, batch }) => (given.has(resourceId) ? [`${caseId}-${batch}`] : [])),
  );
};

/**
 * What was to be taken back for its lapse is owed as before: all of it where its own reclamation was taken back, and where another
 * gives back what that one could not take. A decision that came later stands. Asked again it changes nothing.
 */
export const withdrawReclaim = async (
  services: OpeningServices & { readonly lists: ObligationLists },
  given: GivenBack,
): Promise<void> => {
  const { tenant, reclamationId, at } = given;
  const batches = await batchesOf(services, given);
  const concerns = (obligation: Obligation): boolean => {
    const ordered = orderedReclaim(obligation);
    if (!ordered) return false;
    const own = reclamationIdOf(obligation, ordered.at) === reclamationId;
    return own || (ordered.at < at && batches.has(`${obligation.orderId}-${obligation.batch}`));
  };
  for (const obligation of await obligationsIn(services, given, 'closed')) {
    if (!concerns(obligation)) continue;
    const { obligationId } = obligation;
    const reckoning = await reckoningFor(services, obligation);
    await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
      standing && concerns(standing) ? withdrawn(standing, given, reckoning) : [],
    );
  }
};

/**
 * A decision that finds nothing to take back, as another reclamation has it already, stands for nothing: what is owed stays
 * owed, and ends with the resources or is decided anew once they are given back.
 */
export const withdrawVain = async (
  services: OpeningServices,
  obligation: Obligation,
  ordered: NonNullable<ReturnType<typeof orderedReclaim>>,
): Promise<void> => {
  const { tenant, obligationId } = obligation;
  const reckoning = await reckoningFor(services, obligation);
  const reclamationId = reclamationIdOf(obligation, ordered.at);
  const vain = {
    by: ordered.by,
    reason: '这一批资源已在另一件回收中或已不在用，本次决定没有可收回的资源。',
  };
  await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
    standing && isOrderedAs(standing, reclamationId) ? withdrawn(standing, vain, reckoning) : [],
  );
  // What has taken it meanwhile found this closed.
  if (!(await isTakenBack(services, obligation))) return;
  await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
    endObligation(standing, undefined, []),
  );
};

import type { TenantId } from '#shared/kernel/tenant.ts';
import { endObligation, type Remaining } from '../domain/end-obligation.ts';
import { passSystem } from './open-obligations.ts';
import type { ObligationLists, SystemServices } from './ports.ts';

/** What a reclaim leaves of a system. */
export interface TakenBack {
  readonly tenant: TenantId;
  readonly organisation: string;
  readonly systemId: string;
  readonly reclamationId: string;
  readonly left: readonly Remaining[];
}

const pageRows = 100;

interface EndingServices extends SystemServices {
  readonly lists: ObligationLists;
}

const openOf = async (
  { lists }: EndingServices,
  { tenant, organisation, systemId }: TakenBack,
): Promise<readonly string[]> => {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await lists.list(tenant, organisation, 'open', after, pageRows);
    for (const { obligation } of page.rows)
      if (obligation.systemId === systemId) found.push(obligation.obligationId);
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** Nothing is owed any more for what has been taken back; asked again it changes nothing. */
export const endWithResources = async (services: EndingServices, taken: TakenBack): Promise<void> => {
  const { tenant, reclamationId, left } = taken;
  const at = services.clock.now().toISOString();
  for (const obligationId of await openOf(services, taken))
    await passSystem(services, { tenant, obligationId }, at, (standing) =>
      endObligation(standing, reclamationId, left),
    );
};

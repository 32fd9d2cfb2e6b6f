import type { TenantId } from '#shared/kernel/tenant.ts';
import { endObligation, type Remaining } from '../domain/end-obligation.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { passSystem } from './pass-system.ts';
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

/** A system's obligations that are open, or closed. */
export const obligationsIn = async (
  { lists }: Pick<EndingServices, 'lists'>,
  { tenant, organisation, systemId }: Pick<TakenBack, 'tenant' | 'organisation' | 'systemId'>,
  state: 'open' | 'closed',
): Promise<readonly Obligation[]> => {
  const found: Obligation[] = [];
  let after: string | undefined;
  do {
    const page = await lists.list(tenant, organisation, state, after, pageRows);
    for (const { obligation } of page.rows) if (obligation.systemId === systemId) found.push(obligation);
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** Nothing is owed any more for what has been taken back; asked again it changes nothing. */
export const endWithResources = async (services: EndingServices, taken: TakenBack): Promise<void> => {
  const { tenant, reclamationId, left } = taken;
  const at = services.clock.now().toISOString();
  for (const { obligationId } of await obligationsIn(services, taken, 'open'))
    await passSystem(services, { tenant, obligationId }, at, (standing) =>
      endObligation(standing, reclamationId, left),
    );
};

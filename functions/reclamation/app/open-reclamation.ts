import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { type Claims, unclaimed } from '../domain/claims.ts';
import { openReclamation } from '../domain/open-reclamation.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { authorityFor } from '../domain/who-may.ts';
import type { ReclaimingServices } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { poolsOf, resourcesInUse } from './resources-in-use.ts';
import { rulesOf, versionInForce } from './rules-of.ts';

/** What a person's decision asks to be taken back. */
export interface ReclamationRequest {
  readonly tenant: TenantId;
  /** Of what led to it; asked again it is the same reclamation. */
  readonly reclamationId: string;
  readonly systemId: string;
  readonly cause: Reclamation['cause'];
  readonly caseId?: string;
  readonly decision: Reclamation['decision'];
  /** By default the day of the decision. */
  readonly actFrom?: LocalDate;
  /** By default everything that the system has in use. */
  readonly resourceIds?: readonly string[];
  /** By default those in force. */
  readonly ruleVersion?: string;
  readonly acknowledged?: NonNullable<Reclamation['acknowledged']>;
  readonly archived?: Reclamation['archived'];
}

export type OpeningServices = Pick<
  ReclaimingServices,
  'opening' | 'claims' | 'registry' | 'references' | 'clock' | 'newSalt'
>;

/** Opens a reclamation, once, of what no other takes back already; none where that is nothing. Answers whether there is one. */
export const openFor = async (services: OpeningServices, request: ReclamationRequest): Promise<boolean> => {
  const { tenant, reclamationId, systemId, cause, caseId, decision, resourceIds, acknowledged } = request;
  const system = await services.registry.findSystem({ tenant, systemId });
  if (!system) throw new Error(`a reclamation of an unknown system ${systemId}`);
  const ruleVersion = request.ruleVersion ?? versionInForce(tenant);
  const rules = rulesOf({ ruleVersion });
  const overlay = await services.references.calendarOverlay(cityOf(tenant));
  let seen: Claims | undefined;
  const state = await passSystemDoor(
    reclamationProcess,
    services.opening(() => seen),
    {
      ref: { tenant, reclamationId },
      at: services.clock.now().toISOString(),
      newSalt: services.newSalt,
      decide: async (loaded) => {
        if (loaded) return [];
        seen = await services.claims.of({ tenant, systemId });
        // Behind the claims: what another took back meanwhile is out of use in them, or out of the rows.
        const rows = await services.registry.resourcesOf({ tenant, systemId });
        const resources = unclaimed(resourcesInUse(rows, resourceIds), seen);
        if (resources.length === 0) return [];
        return openReclamation(
          {
            tenant,
            reclamationId,
            systemId,
            systemName: system.name,
            organisation: system.organisation,
            ruleVersion,
            cause,
            ...(caseId === undefined ? {} : { caseId }),
            authority: authorityFor(poolsOf(rows, resources), tenant, rules),
            decision,
            resources,
            ...(acknowledged ? { acknowledged } : {}),
            archived: request.archived ?? [],
          },
          rules,
          createWorkingCalendar(overlay, tenant),
          request.actFrom,
        );
      },
    },
  );
  return state !== undefined;
};

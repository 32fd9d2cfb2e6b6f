import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { cityOf, cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { openOrder, type ResourceInUse } from '../domain/open-order.ts';
import type { Order } from '../domain/order-state.ts';
import { orderRules } from './order-rules.ts';
import type { Provider, ProvisioningReferences, ProvisioningServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';

export interface OpeningServices extends Pick<ProvisioningServices, 'orders' | 'clock' | 'newSalt'> {
  readonly registry: Pick<RegistryWriter, 'resourcesOf'>;
  readonly references: Pick<ProvisioningReferences, 'calendarOverlay'>;
  readonly providersOf: (tenant: TenantId) => Promise<readonly Provider[]>;
}

/** What a change may change: the system's resources as they are now. */
const inUse = async (
  { registry }: Pick<OpeningServices, 'registry'>,
  ref: Parameters<RegistryWriter['resourcesOf']>[0],
): Promise<ReadonlyMap<string, ResourceInUse>> =>
  new Map(
    (await registry.resourcesOf(ref)).flatMap(({ resourceId, state, specifications, pool, zone }) => {
      const now = specifications.at(-1);
      if (state !== 'inUse' || !now) return [];
      const { name, text, quantity } = now;
      return [[resourceId, { name, specification: text, quantity, pool, zone }] as const];
    }),
  );

/** 保障期间 with the unit's word and the approval; what is lent is given back on their ground. */
const windowOf = ({ ref, window, milestones }: CompletedCase): Pick<Order, 'window'> => {
  if (!window) return {};
  const asked = milestones.findLast(({ kind }) => kind === 'confirmed');
  const agreed = milestones.findLast(({ kind }) => kind === 'approved');
  if (!agreed) throw new Error(`${ref.caseId} was completed without an approval`);
  const word = ({ at, by }: typeof agreed) => ({ at, by });
  return { window: { ...window, ...(asked ? { asked: word(asked) } : {}), agreed: word(agreed) } };
};

/** 开通单 of a completed application, once; on the list as it was last assessed, none where nothing of it is to be opened. */
export const openFromCase = async (
  services: OpeningServices,
  completed: CompletedCase,
  systemId: string,
): Promise<void> => {
  if (!completed.lines.some(({ quantity }) => quantity > 0)) return;
  const { tenant, caseId } = completed.ref;
  const [provider] = await services.providersOf(cityTenantOf(tenant));
  if (!provider) throw new Error(`${cityOf(tenant)} has no cloud provider to open ${caseId}`);
  const overlay = await services.references.calendarOverlay(cityOf(tenant));
  const rules = rulesOf(completed);
  const changing = completed.scale === undefined ? undefined : await inUse(services, { tenant, systemId });
  await passSystemDoor(orderRules, services.orders, {
    ref: { tenant, orderId: caseId },
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    decide: (loaded) =>
      loaded
        ? []
        : openOrder(
            {
              tenant,
              caseId,
              systemId,
              systemName: completed.systemName,
              organisation: completed.organisation,
              ruleVersion: completed.ruleVersion,
              provider,
              approvedAt: completed.completedAt,
              priceVersion: completed.priceVersion,
              lines: completed.lines,
              ...(changing ? { changing } : {}),
              ...(completed.domain === undefined ? {} : { domain: completed.domain }),
              ...windowOf(completed),
              ...(completed.linked?.as === 'exit' ? { replaces: completed.linked.caseId } : {}),
            },
            rules,
            createWorkingCalendar(overlay, tenant),
          ),
  });
};

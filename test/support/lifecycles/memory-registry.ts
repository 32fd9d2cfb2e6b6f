import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

type Row = Awaited<ReturnType<RegistryWriter['resourcesOf']>>[number];
type System = NonNullable<Awaited<ReturnType<RegistryWriter['findSystem']>>>;

const placeOf = (...parts: readonly string[]): string => parts.join('#');

/**
 * 台账 in memory, as the table's writer keeps it.
 *
 * @param wrote told after every write, which has come to stay even when this throws
 */
export const memoryRegistry = (wrote: () => void) => {
  const systems = new Map<string, System>();
  const names = new Map<string, string>();
  const rows = new Map<string, Row>();
  const life = new Map<string, string>();
  const rowsOf = (tenant: TenantId, systemId: string): Row[] =>
    [...rows.values()].filter((row) => row.tenant === tenant && row.systemId === systemId);
  const nameOf = (tenant: TenantId, organisation: string, name: string) =>
    placeOf(tenant, organisation, name);

  const registry: RegistryWriter = {
    findSystem: async ({ tenant, systemId }) => systems.get(placeOf(tenant, systemId)),
    resourcesOf: async ({ tenant, systemId }) => rowsOf(tenant, systemId),
    findByName: async (tenant, organisation, name) => {
      const systemId = names.get(nameOf(tenant, organisation, name));
      return systemId === undefined ? undefined : systems.get(placeOf(tenant, systemId));
    },
    keepSystem: async ({ caseId, insteadOf, ...system }) => {
      const name = nameOf(system.tenant, system.organisation.id, system.name);
      if (systems.has(placeOf(system.tenant, caseId))) return caseId;
      const known = names.get(name);
      if (known !== undefined && known !== insteadOf) return known;
      names.set(name, caseId);
      systems.set(placeOf(system.tenant, caseId), { ...system, systemId: caseId });
      wrote();
      return caseId;
    },
    addResources: async (given) => {
      for (const row of given) {
        const place = placeOf(row.tenant, row.resourceId);
        if (!rows.has(place)) rows.set(place, row);
        wrote();
      }
    },
    changeResource: async ({ tenant }, resourceId, change) => {
      const place = placeOf(tenant, resourceId);
      const before = rows.get(place);
      const changed = before && change(before);
      if (!before || !changed) return before;
      const after = { ...changed, revision: before.revision + 1 };
      rows.set(place, after);
      wrote();
      return after;
    },
    note: async ({ systemId }, events) => {
      for (const event of events) {
        life.set(placeOf(systemId, event.id), JSON.stringify(event));
        wrote();
      }
    },
    closeSystem: async ({ tenant, systemId }, at) => {
      const place = placeOf(tenant, systemId);
      const system = systems.get(place);
      if (!system) throw new Error(`no system ${systemId} to close`);
      systems.set(place, { ...system, closedAt: system.closedAt ?? at });
      wrote();
      const name = nameOf(tenant, system.organisation.id, system.name);
      if (names.get(name) === systemId) names.delete(name);
      wrote();
    },
  };
  return {
    registry,
    rows: () => [...rows.values()],
    systems: () => [...systems.values()],
    life: () => [...life],
  };
};
export type RegisteredRow = Row;

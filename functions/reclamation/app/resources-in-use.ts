import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { ReclaimedResource } from '../domain/reclamation-state.ts';

type Row = Awaited<ReturnType<RegistryWriter['resourcesOf']>>[number];

/** What of a system is in use, as it is now; of these the named ones where some are named. */
export const resourcesInUse = (
  rows: readonly Row[],
  named?: readonly string[],
): readonly ReclaimedResource[] =>
  rows
    .filter(({ state, resourceId }) => state === 'inUse' && (named?.includes(resourceId) ?? true))
    .map(({ resourceId, specifications, unit, instanceId, addresses }) => {
      const now = specifications.at(-1);
      if (!now) throw new Error(`${resourceId} has no specification`);
      return {
        resourceId,
        name: now.name,
        specification: now.text,
        quantity: now.quantity,
        unit,
        instanceId,
        addresses,
      };
    });

/** The pools in which they lie. */
export const poolsOf = (
  rows: readonly Row[],
  resources: readonly ReclaimedResource[],
): readonly Row['pool']['kind'][] =>
  rows
    .filter(({ resourceId }) => resources.some((one) => one.resourceId === resourceId))
    .map(({ pool }) => pool.kind);

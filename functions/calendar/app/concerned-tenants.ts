import type { TenantId } from '#shared/kernel/tenant.ts';

/** A tenant of the city by what a notice needs of it. */
export interface CalendarNode {
  readonly id: TenantId;
  readonly name: string;
}

/** The city's own node first, then its counties; a county opened later stands at the end. */
export type NodesOf = (city: string) => Promise<readonly CalendarNode[]>;

/** The tenants whose cases a notice may concern: one county for its closure, else all nodes of the city. */
export const concernedTenants = (
  nodes: readonly CalendarNode[],
  city: string,
  scope: string | undefined,
): readonly CalendarNode[] => nodes.filter(({ id }) => scope === undefined || scope === city || scope === id);

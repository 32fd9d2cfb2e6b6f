import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

interface System {
  readonly tenant: TenantId;
  readonly systemId: string;
}

export interface GivenUpSystems {
  readonly registry: Pick<RegistryWriter, 'findSystem' | 'findByName'>;
  /** Since when it is being shut down, if it is: the first approval of several. */
  readonly closingSince: (system: System) => Promise<string | undefined>;
}

/** 关停 of a system: approved at a moment, and carried out. */
export interface GivenUp {
  readonly approvedAt?: string;
  readonly closed: boolean;
}

/** Undefined of a system that goes on. */
export const givenUp = async (
  { registry, closingSince }: GivenUpSystems,
  system: System,
): Promise<GivenUp | undefined> => {
  const [found, approvedAt] = await Promise.all([registry.findSystem(system), closingSince(system)]);
  const closed = found?.closedAt !== undefined;
  return closed || approvedAt !== undefined
    ? { closed, ...(approvedAt === undefined ? {} : { approvedAt }) }
    : undefined;
};

/** What was approved before the shutdown is opened, and taken back along with the rest. */
export const isBehind = (at: string, { approvedAt, closed }: GivenUp): boolean =>
  approvedAt === undefined ? closed : at > approvedAt;

/** The system that a completed case is about, by its id or by its name; undefined where there is none yet. */
export const systemOf = async (
  { registry }: Pick<GivenUpSystems, 'registry'>,
  { ref: { tenant }, systemId, systemName, organisation }: CompletedCase,
): Promise<System | undefined> => {
  const found = systemId ?? (await registry.findByName(tenant, organisation.id, systemName))?.systemId;
  return found === undefined ? undefined : { tenant, systemId: found };
};

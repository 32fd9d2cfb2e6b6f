import type { Actor } from '#shared/kernel/actor.ts';
import { isOfDepartment, looksInto } from '#shared/kernel/actor-reach.ts';
import type { InformationSystem } from './resource.ts';

/** A department sees its own systems only (yc-cloud-4-4). */
export const maySee = (
  actor: Actor,
  { tenant, organisation }: Pick<InformationSystem, 'tenant' | 'organisation'>,
): boolean =>
  isOfDepartment(actor)
    ? actor.tenant === tenant && actor.organisation.id === organisation.id
    : looksInto(actor, tenant);

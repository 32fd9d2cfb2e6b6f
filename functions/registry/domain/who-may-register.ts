import type { Actor } from '#shared/kernel/actor.ts';
import { holdsRoleOf } from '#shared/kernel/actor-reach.ts';
import type { OffCloudRules } from '#shared/regulation/off-cloud-spec.ts';
import type { OffCloudAct } from './decide-off-cloud.ts';
import type { OffCloudEntry } from './off-cloud-entry.ts';

/** A department's clerk, or the authority, for what is their own unit's. */
export const mayRegister = (actor: Actor): boolean =>
  holdsRoleOf(actor, 'department.clerk', 'county.cloud.', 'city.cloud.');

const keeps = (actor: Actor, { tenant, organisation }: OffCloudEntry): boolean =>
  mayRegister(actor) && actor.tenant === tenant && actor.organisation.id === organisation.id;

/** 主管部门 of the node to which the unit belongs. */
export const approvesExceptions = (
  actor: Actor,
  { tenant }: Pick<OffCloudEntry, 'tenant'>,
  { exceptionBy }: Pick<OffCloudRules, 'exceptionBy'>,
): boolean =>
  actor.tenant === tenant && (exceptionBy?.value.some((role) => actor.roles.includes(role)) ?? false);

export const mayUpdate = (
  actor: Actor,
  entry: OffCloudEntry,
  act: OffCloudAct['kind'],
  rules: OffCloudRules,
): boolean => keeps(actor, entry) || (act === 'renew' && approvesExceptions(actor, entry, rules));

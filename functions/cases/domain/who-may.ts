import type { Actor } from '#shared/kernel/actor.ts';
import { holdsRoleOf, looksInto } from '#shared/kernel/actor-reach.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CaseState, Holder, Task } from './case-state.ts';

/** Whether what was given to somebody by name is the actor's: their own, or a colleague's for whom they stand in. */
const isTheirs = (actor: Actor, { membership, role }: Holder): boolean =>
  membership === undefined ||
  membership === actor.membershipId ||
  actor.standsInFor?.some(
    ({ membershipId, roles }) => membershipId === membership && roles.includes(role),
  ) === true;

/** Whether the actor, under this membership, holds what waits for `holder`. */
export const holds = (actor: Actor, holder: Holder): boolean =>
  actor.tenant === holder.tenant &&
  actor.roles.includes(holder.role) &&
  isTheirs(actor, holder) &&
  (holder.organisation === undefined || holder.organisation === actor.organisation.id);

type Owned = Pick<CaseState, 'tenant' | 'organisation' | 'round' | 'readers' | 'tasks'>;

/** Was handed a task by name, or asked to sign, or stands in for whoever was. */
const wasAsked = (actor: Actor, { tasks }: Pick<CaseState, 'tasks'>): boolean =>
  tasks.some(
    ({ holder }) =>
      holder.tenant === actor.tenant && holder.membership !== undefined && isTheirs(actor, holder),
  );

export const isApplicant = (actor: Actor, state: Owned): boolean =>
  actor.tenant === state.tenant &&
  actor.organisation.id === state.organisation.id &&
  holdsRoleOf(actor, 'department.', 'provider.');

/**
 * Who sees a case: its own unit; its county's cloud roles and its audit administrator once it has been submitted;
 * the city's cloud roles likewise, across counties (yc-cloud-4-1, yc-cloud-4-2). Everybody else is told that it does not exist.
 */
export const maySee = (actor: Actor, state: Owned): boolean => {
  if (isApplicant(actor, state)) return true;
  if (state.round === 0) return false;
  if (wasAsked(actor, state) || state.readers?.includes(actor.membershipId))
    return cityOf(actor.tenant) === cityOf(state.tenant);
  return looksInto(actor, state.tenant);
};

/** Whether somebody gives their word on applications: those who review, sign or run, not those who look on or audit. */
export const reviews = (actor: Pick<Actor, 'roles'>): boolean =>
  holdsRoleOf(actor, 'county.cloud.', 'city.cloud.');

export const isReview = ({ step }: Pick<Task, 'step'>): boolean =>
  step === 'localReview' || step === 'cityRecheck';

/** Nobody reviews what they wrote; the unit's own confirmation is no review. */
export const isOwnMatter = (
  actor: Pick<Actor, 'personId'>,
  task: Pick<Task, 'step'>,
  state: Pick<CaseState, 'makers'>,
): boolean => isReview(task) && state.makers.includes(actor.personId);

/** Roles in which somebody writes and sends what their own organisation asks for. */
export const preparers = ['department.clerk', 'provider.engineer'] as const;

/** The role in which somebody writes and sends the application: the unit's clerk, or the provider's engineer. */
export const preparingRole = (actor: Actor, state: Owned): string | undefined =>
  isApplicant(actor, state) ? preparers.find((role) => actor.roles.includes(role)) : undefined;

export const mayPrepare = (actor: Actor, state: Owned): boolean => preparingRole(actor, state) !== undefined;

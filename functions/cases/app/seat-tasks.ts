import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseEvent, TaskOpened } from '../domain/case-events.ts';
import type { CaseState, Holder } from '../domain/case-state.ts';
import { madeByAll, reseatTask, substitutesOf } from '../domain/reseat-task.ts';

/** Tasks are seated by what their posts are now. */
interface Seating {
  readonly posts: PostHolders;
  readonly state: CaseState;
  readonly context: DecisionContext;
  /** Whoever routes: a person sees the people of their own tenant, a city those of its counties, the machine all. */
  readonly actor?: Pick<Actor, 'tenant'>;
}

const reaches = (actor: Seating['actor'], tenant: TenantId): boolean =>
  actor === undefined || actor.tenant === tenant || isCityTenant(actor.tenant);

/** Whether everybody in a post made the application. The makers' own posts are looked at first: mostly there are none. */
const blocked = async ({ posts, state, actor }: Seating, holder: Holder): Promise<boolean> => {
  if (!reaches(actor, holder.tenant)) return false;
  const ofMakers = await Promise.all(state.makers.map((person) => posts.standingOf(holder.tenant, person)));
  if (!ofMakers.flat().some(({ roles }) => roles.includes(holder.role))) return false;
  const persons = (await posts.holdersOf(holder)).map(({ personId }) => personId);
  return madeByAll(persons, state);
};

/** A task that was meant for one person by name: theirs while they stand in the post, otherwise the whole post's. */
const seatNamed = async (seating: Seating, opened: TaskOpened): Promise<TaskOpened> => {
  const { membership, ...post } = opened.task.holder;
  if (membership === undefined || !reaches(seating.actor, post.tenant)) return opened;
  const named = await seating.posts.standing(post.tenant, membership);
  if (named?.roles.includes(post.role)) return opened;
  return reseatTask(opened, post, 'left', seating.context);
};

const seatPost = async (seating: Seating, opened: TaskOpened): Promise<TaskOpened> => {
  const { state, context } = seating;
  const substitutes = substitutesOf(state, opened.task, context);
  if (substitutes.length === 0 || !(await blocked(seating, opened.task.holder))) return opened;
  for (const substitute of substitutes)
    if (!(await blocked(seating, substitute))) return reseatTask(opened, substitute, 'makers', context);
  return opened;
};

/**
 * The events of a command with each task that they open before somebody who can decide it: nobody reviews what they
 * made, so a post whose people all did gives way to the next, and whoever has left is not waited for.
 */
export const seatTasks = (seating: Seating, events: readonly CaseEvent[]): Promise<readonly CaseEvent[]> =>
  Promise.all(
    events.map((event) => {
      if (event.type !== 'TaskOpened') return event;
      const { membership } = event.task.holder;
      return membership === undefined ? seatPost(seating, event) : seatNamed(seating, event);
    }),
  );

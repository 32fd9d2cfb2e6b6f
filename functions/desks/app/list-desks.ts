import type { NamedTasks } from '#functions/cases/ports/named-tasks.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { DesksView } from '#shared/contracts/desks.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { heldInOrganisation } from '#shared/kernel/held-in-organisation.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { postsToHandOver, sharedPosts } from '../domain/posts.ts';
import { headsOf } from './heads.ts';
import { memberView, roleLabels } from './view-people.ts';

export interface ListDesksServices {
  /** Every membership of a tenant, suspended ones too. */
  readonly members: (tenant: Actor['tenant']) => Promise<readonly Membership[]>;
  readonly tasks: Pick<NamedTasks, 'page'>;
}

const partyOf = ({ id, name, organisation }: Membership) =>
  memberView({ membershipId: id, name, organisation: organisation.name });

/** A member with the posts alone that the actor may hand over; undefined where there is none. */
export const leaverFor = (actor: Actor, member: Membership): Membership | undefined => {
  const roles = postsToHandOver(actor, member, headsOf(actor.tenant));
  return roles.length > 0 ? { ...member, roles } : undefined;
};

export const handsOverAtAll = (actor: Actor): boolean =>
  actor.roles.includes('tenant.admin') ||
  [...headsOf(actor.tenant).values()].some((heads) => actor.roles.some((role) => heads.has(role)));

export const handsOverNothing: Refusal = {
  code: 'not-allowed',
  detail: '离岗交接由系统管理员或岗位负责人办理。',
};

const pageSize = 500;

/** How many tasks each leaver holds by name, from the lists of their posts. */
const countByMember = async (
  { tasks }: ListDesksServices,
  actor: Actor,
  leavers: readonly Membership[],
): Promise<ReadonlyMap<string, number>> => {
  const posts = new Map(
    leavers.flatMap(({ roles, organisation: { id } }) =>
      roles.map((role) => {
        const organisation = heldInOrganisation(role) ? { organisation: id } : {};
        return [
          `${role} ${organisation.organisation ?? ''}`,
          { tenant: actor.tenant, role, ...organisation },
        ];
      }),
    ),
  );
  const pages = await Promise.all([...posts.values()].map((post) => tasks.page(post, undefined, pageSize)));
  const counts = new Map<string, number>();
  for (const { membership } of pages.flatMap((page) => page.tasks))
    counts.set(membership, (counts.get(membership) ?? 0) + 1);
  return counts;
};

/** Whose open items the actor may hand over, those who hold some first. */
export const listDesks = async (
  services: ListDesksServices,
  actor: Actor,
): Promise<Result<DesksView, Refusal>> => {
  if (!handsOverAtAll(actor)) return refuse(handsOverNothing);
  const members = await services.members(actor.tenant);
  const leavers = members.flatMap((member) => leaverFor(actor, member) ?? []);
  const counts = await countByMember(services, actor, leavers);
  const successorsOf = (leaver: Membership) =>
    members.filter(
      (other) => other.id !== leaver.id && other.state === 'active' && sharedPosts(leaver, other).length > 0,
    );
  return accept({
    people: leavers
      .map((leaver) => ({
        ...partyOf(leaver),
        roleLabel: roleLabels(leaver.roles),
        state: leaver.state,
        openTasks: counts.get(leaver.id) ?? 0,
        successors: successorsOf(leaver).map(partyOf),
      }))
      .sort((a, b) => b.openTasks - a.openTasks || (a.name < b.name ? -1 : 1)),
  });
};

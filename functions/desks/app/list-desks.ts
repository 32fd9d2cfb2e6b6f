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
/** Of a post with more open tasks than this only so many are counted. */
const mostPages = 40;

type Post = Parameters<ListDesksServices['tasks']['page']>[0];

/** Who holds what of a post by name, and whether that is all of it. */
const namedIn = async ({ tasks }: ListDesksServices, post: Post) => {
  const members: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await tasks.page(post, after, pageSize);
    members.push(...page.tasks.map(({ membership }) => membership));
    after = page.next;
    if (after === undefined) return { members, complete: true };
  }
  return { members, complete: false };
};

/** How many tasks each leaver holds by name, from the lists of their posts. */
const countByMember = async (
  services: ListDesksServices,
  actor: Actor,
  leavers: readonly Membership[],
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly complete: boolean }> => {
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
  const found = await Promise.all([...posts.values()].map((post) => namedIn(services, post)));
  const counts = new Map<string, number>();
  for (const membership of found.flatMap(({ members }) => members))
    counts.set(membership, (counts.get(membership) ?? 0) + 1);
  return { counts, complete: found.every(({ complete }) => complete) };
};

/** Whose open items the actor may hand over, those who hold some first. */
export const listDesks = async (
  services: ListDesksServices,
  actor: Actor,
): Promise<Result<DesksView, Refusal>> => {
  if (!handsOverAtAll(actor)) return refuse(handsOverNothing);
  const members = await services.members(actor.tenant);
  const leavers = members.flatMap((member) => leaverFor(actor, member) ?? []);
  const { counts, complete } = await countByMember(services, actor, leavers);
  const successorsOf = (leaver: Membership) =>
    members.filter(
      (other) => other.id !== leaver.id && other.state === 'active' && sharedPosts(leaver, other).length > 0,
    );
  return accept({
    complete,
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

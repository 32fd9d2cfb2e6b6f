import type { NamedTasks } from '#functions/cases/ports/named-tasks.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { DesksView } from '#shared/contracts/desks.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { businessPosts, leads, sharedPosts } from '../domain/posts.ts';
import { headsOf } from './heads.ts';
import { memberView, roleLabels } from './view-people.ts';

export interface ListDesksServices {
  /** Every membership of a tenant, suspended ones too. */
  readonly members: (tenant: Actor['tenant']) => Promise<readonly Membership[]>;
  readonly tasks: Pick<NamedTasks, 'page'>;
}

const partyOf = ({ id, name, organisation }: Membership) =>
  memberView({ membershipId: id, name, organisation: organisation.name });

/** Whether somebody may hand over what another holds: the system administrator, or the head of their post. */
export const mayHandOver = (actor: Actor, member: Membership): boolean =>
  businessPosts(member).length > 0 &&
  (actor.roles.includes('tenant.admin') || leads(actor, member, headsOf(actor.tenant)));

export const handsOverAtAll = (actor: Actor): boolean =>
  actor.roles.includes('tenant.admin') ||
  [...headsOf(actor.tenant).values()].some((heads) => actor.roles.some((role) => heads.has(role)));

export const handsOverNothing: Refusal = {
  code: 'not-allowed',
  detail: '离岗交接由系统管理员或岗位负责人办理。',
};

const pageSize = 500;

/** How many tasks each member holds by name, from the lists of their posts. */
const countByMember = async (
  { tasks }: ListDesksServices,
  actor: Actor,
  members: readonly Membership[],
): Promise<ReadonlyMap<string, number>> => {
  const posts = new Map(
    members.flatMap((member) =>
      businessPosts(member).map((role) => {
        const organisation = role.startsWith('department.') ? { organisation: member.organisation.id } : {};
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
  const theirs = members.filter((member) => mayHandOver(actor, member));
  const counts = await countByMember(services, actor, theirs);
  const successorsOf = (member: Membership) =>
    members.filter(
      (other) => other.id !== member.id && other.state === 'active' && sharedPosts(member, other).length > 0,
    );
  return accept({
    people: theirs
      .map((member) => ({
        ...partyOf(member),
        roleLabel: roleLabels(businessPosts(member)),
        state: member.state,
        openTasks: counts.get(member.id) ?? 0,
        successors: successorsOf(member).map(partyOf),
      }))
      .sort((a, b) => b.openTasks - a.openTasks || (a.name < b.name ? -1 : 1)),
  });
};

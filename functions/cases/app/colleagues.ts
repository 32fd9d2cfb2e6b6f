import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { ColleaguesView } from '#shared/contracts/case-verbs.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { roles } from '#shared/tenancy/roles.ts';
import type { Signer } from '../domain/ask-signers.ts';
import type { Holder } from '../domain/case-state.ts';
import type { Colleague } from '../domain/transfer-task.ts';
import { holds } from '../domain/who-may.ts';
import { findCase } from './find-case.ts';
import type { CaseServices } from './services.ts';
import { roleLabel } from './view-labels.ts';

/** Roles in which people of a node give their word beside the route; who looks on, supervises or administers does not. */
const signingRoles = (tenant: TenantId): readonly string[] =>
  roles
    .filter(({ level }) => level === (isCityTenant(tenant) ? 'city' : 'county'))
    .map(({ id }) => id)
    .filter((id) => id !== 'county.observer');

const colleagueOf = ({ id, personId, name }: Membership): Colleague => ({ membershipId: id, personId, name });

/** Whoever stands in the post of a task, as they stand now. */
export const holderAmong = async (
  posts: PostHolders,
  { tenant, role, organisation }: Holder,
  membershipId: string,
): Promise<Colleague | undefined> => {
  const found = await posts.standing(tenant, membershipId);
  const holds =
    found?.roles.includes(role) === true &&
    (organisation === undefined || found.organisation.id === organisation);
  return found && holds ? colleagueOf(found) : undefined;
};

/** A person of the actor's node who may countersign, with the post in which they answer. */
export const signerAmong = async (
  posts: PostHolders,
  tenant: TenantId,
  membershipId: string,
): Promise<Signer | undefined> => {
  const found = await posts.standing(tenant, membershipId);
  const role = signingRoles(tenant).find((candidate) => found?.roles.includes(candidate));
  return found && role !== undefined
    ? { ...colleagueOf(found), holder: { tenant, role, membership: found.id } }
    : undefined;
};

const viewOf = ({ id, name, organisation, roles: held }: Membership) => ({
  membership: id,
  name,
  organisation: organisation.name,
  roleLabel: held.map(roleLabel).join('、'),
});

const othersOf = (actor: Actor, memberships: readonly Membership[]) =>
  [...new Map(memberships.map((membership) => [membership.id, membership])).values()]
    .filter(({ id }) => id !== actor.membershipId)
    .map(viewOf);

/** Who may take a task over, countersign or read along; for whoever holds it. */
export const listColleagues = async (
  services: CaseServices,
  actor: Actor,
  caseId: string,
  taskId: string,
): Promise<Result<ColleaguesView, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'listColleagues');
  if (!found.ok) return found;
  const task = found.value.state.tasks.find((candidate) => candidate.taskId === taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  if (!holds(actor, task.holder)) return refuse({ code: 'not-allowed', detail: '该待办不在您的岗位名下。' });
  // Of the post, whoever of it holds the task by name now.
  const { membership: _holder, ...post } = task.holder;
  const [samePost, others] = await Promise.all([
    services.posts.holdersOf(post),
    Promise.all(
      signingRoles(actor.tenant).map((role) => services.posts.holdersOf({ tenant: actor.tenant, role })),
    ),
  ]);
  return accept({ samePost: othersOf(actor, samePost), colleagues: othersOf(actor, others.flat()) });
};

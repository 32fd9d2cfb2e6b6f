import { heldInOrganisation } from '#shared/kernel/held-in-organisation.ts';

/** Somebody's posts, and in which organisation. */
export interface PostHolder {
  readonly roles: readonly string[];
  readonly organisation: { readonly id: string };
}

/** `tenant.admin`, `security.admin`, `audit.admin`: no business posts. */
const isAdministrative = (role: string): boolean => role.endsWith('.admin');

export const businessPosts = ({ roles }: Pick<PostHolder, 'roles'>): readonly string[] =>
  roles.filter((role) => !isAdministrative(role));

const sameDesk = (role: string, one: PostHolder, other: PostHolder): boolean =>
  !heldInOrganisation(role) || one.organisation.id === other.organisation.id;

/** Posts that two people of a tenant hold both; the three administrators 三员 stand in for nobody. */
export const sharedPosts = (one: PostHolder, other: PostHolder): readonly string[] =>
  businessPosts(one).filter((role) => other.roles.includes(role) && sameDesk(role, one, other));

/** Which posts stand above which, by the rules of the city. */
export type Heads = ReadonlyMap<string, ReadonlySet<string>>;

/** Posts of another that somebody may hand over: the system administrator all, a head those that they head. */
export const postsToHandOver = (actor: PostHolder, member: PostHolder, heads: Heads): readonly string[] =>
  businessPosts(member).filter(
    (role) =>
      actor.roles.includes('tenant.admin') ||
      (sameDesk(role, actor, member) && actor.roles.some((above) => heads.get(role)?.has(above) === true)),
  );

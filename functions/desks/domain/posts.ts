/** Somebody's posts, and in which organisation. */
export interface PostHolder {
  readonly roles: readonly string[];
  readonly organisation: { readonly id: string };
}

/** `tenant.admin`, `security.admin`, `audit.admin`: no business posts. */
const isAdministrative = (role: string): boolean => role.endsWith('.admin');

export const businessPosts = ({ roles }: Pick<PostHolder, 'roles'>): readonly string[] =>
  roles.filter((role) => !isAdministrative(role));

/** A department's posts are held in its organisation, all others in the tenant. */
const sameDesk = (role: string, one: PostHolder, other: PostHolder): boolean =>
  !role.startsWith('department.') || one.organisation.id === other.organisation.id;

/** Posts that two people of a tenant hold both; the three administrators 三员 stand in for nobody. */
export const sharedPosts = (one: PostHolder, other: PostHolder): readonly string[] =>
  businessPosts(one).filter((role) => other.roles.includes(role) && sameDesk(role, one, other));

/** Which posts stand above which, by the rules of the city. */
export type Heads = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether somebody heads one of another's posts. */
export const leads = (head: PostHolder, member: PostHolder, heads: Heads): boolean =>
  member.roles.some((role) =>
    head.roles.some((above) => heads.get(role)?.has(above) === true && sameDesk(role, head, member)),
  );

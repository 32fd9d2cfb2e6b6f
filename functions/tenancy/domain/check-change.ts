import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import type { GrantChange } from './grant.ts';
import type { Membership } from './membership.ts';

/** The roles of this platform, as a tenant may grant them. */
export interface RoleBook {
  /** Roles that may be held in an organisation of the tenant; undefined for one that is not the tenant's. */
  offeredIn(organisationId: string): readonly string[] | undefined;
  /** Why one person may not hold these roles together (Chinese). */
  conflictOf(roles: readonly string[]): string | undefined;
  labelOf(role: string): string;
}

/** What a change is judged by, read consistently with the tenant's roster. */
export interface TenantFacts {
  /** Standing memberships that hold each of the three administrative roles. */
  readonly administrators: Readonly<Record<string, readonly string[]>>;
  /** Every membership that the person concerned has in the tenant. */
  readonly ofPerson: readonly Membership[];
  readonly book: RoleBook;
}

/** A membership before and after a change. */
export interface Transition {
  readonly before: Membership | undefined;
  readonly after: Membership;
  readonly change: GrantChange;
}

const invalid = (pointer: string, code: string, message: string): Refusal => {
  const errors: FieldRefusal[] = [{ pointer, code, message }];
  return { code: 'grant-invalid', detail: message, errors };
};

const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

const notOffered = ({ after }: Transition, { book }: TenantFacts): Refusal | undefined => {
  const offered = book.offeredIn(after.organisation.id);
  if (offered === undefined) return invalid('/organisation', 'unknown_organisation', '请选择本级的单位。');
  const wrong = after.roles.filter((role) => !offered.includes(role));
  if (wrong.length > 0)
    return invalid(
      '/roles',
      'not_offered',
      `${after.organisation.name}不能授予：${wrong.map((role) => book.labelOf(role)).join('、')}。请选择该单位可用的岗位。`,
    );
  return after.roles.length === 0
    ? invalid('/roles', 'no_role', '请至少选择一个岗位；不再任职的请提出停用。')
    : undefined;
};

const pointless = ({ before, after, change }: Transition, facts: TenantFacts): Refusal | undefined => {
  if (before === undefined)
    return facts.ofPerson.some(({ organisation }) => organisation.id === after.organisation.id)
      ? invalid('/personId', 'already_there', '此人在该单位已有任职，请在人员列表中调整岗位或恢复启用。')
      : undefined;
  if (change.kind === 'contact') return undefined;
  if (change.kind === 'roles' && before.state !== 'active')
    return invalid('/change', 'suspended', '此人已停用，请先恢复启用再调整岗位。');
  return before.state === after.state && sameRoles(before.roles, after.roles)
    ? invalid('/change', 'no_change', '与现状相同，没有需要变更的内容。')
    : undefined;
};

/** Nobody holds two of the three administrative roles, nor one of them beside a business post, over all their posts. */
const mixed = ({ after }: Transition, { ofPerson, book }: TenantFacts): Refusal | undefined => {
  if (after.state !== 'active') return undefined;
  const others = ofPerson.filter(({ id, state }) => id !== after.id && state === 'active');
  const conflict = book.conflictOf([...after.roles, ...others.flatMap(({ roles }) => roles)]);
  return conflict === undefined ? undefined : { code: 'separation-of-duties', detail: conflict };
};

/** At least one of each of the three remains, always. */
const lastOne = (
  { before, after }: Transition,
  { administrators, book }: TenantFacts,
): Refusal | undefined => {
  if (before?.state !== 'active') return undefined;
  const kept = after.state === 'active' ? after.roles : [];
  const left = before.roles.find(
    (role) => !kept.includes(role) && administrators[role]?.every((holder) => holder === after.id),
  );
  return left === undefined
    ? undefined
    : {
        code: 'last-administrator',
        detail: `这是本级唯一的${book.labelOf(left)}。请先增加一名${book.labelOf(left)}，再作变更。`,
      };
};

/** Whether a change may stand; asked when it is proposed, and again when it is confirmed. */
export const checkChange = (transition: Transition, facts: TenantFacts): Refusal | undefined => {
  for (const rule of [pointless, notOffered, mixed, lastOne]) {
    const refusal = rule(transition, facts);
    if (refusal) return refusal;
  }
  return undefined;
};

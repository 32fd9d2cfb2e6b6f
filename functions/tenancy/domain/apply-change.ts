import type { Grant, GrantChange } from './grant.ts';
import type { Membership } from './membership.ts';

const changed = (before: Membership, change: GrantChange): Membership => {
  if (change.kind === 'suspend') return { ...before, state: 'suspended' };
  if (change.kind === 'reactivate') return { ...before, state: 'active' };
  return change.kind === 'roles' ? { ...before, roles: change.roles } : before;
};

/**
 * The membership once a grant is in force. What is granted gets a new version with it, so that requests authorized
 * before are refused; a phone number is no right and leaves both as they are.
 */
export const applyChange = (
  { tenant, subject, change }: Pick<Grant, 'tenant' | 'subject' | 'change'>,
  before: Membership | undefined,
  at: string,
): Membership => {
  if (change.kind === 'enrol' || before === undefined)
    return {
      id: subject.membershipId,
      personId: subject.personId,
      name: subject.name,
      tenant,
      organisation: subject.organisation,
      roles: 'roles' in change ? change.roles : [],
      grantsVersion: 1,
      state: 'active',
      since: at,
    };
  if (change.kind === 'contact') return before;
  return { ...changed(before, change), grantsVersion: before.grantsVersion + 1, since: at };
};

/** Holders of the three administrative roles once a membership has changed. */
export const administratorsAfter = (
  administrators: Readonly<Record<string, readonly string[]>>,
  { id, roles, state }: Membership,
): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(administrators).map(([role, holders]) => {
      const others = holders.filter((holder) => holder !== id);
      return [role, state === 'active' && roles.includes(role) ? [...others, id] : others];
    }),
  );

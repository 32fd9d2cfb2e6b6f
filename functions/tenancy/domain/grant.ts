import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Membership } from './membership.ts';
import type { TwoPersonsMatter } from './two-persons.ts';

/** What a grant changes. A new person has no membership yet, all others name one. */
export type GrantChange =
  | { readonly kind: 'enrol'; readonly roles: readonly string[]; readonly phone?: string }
  | { readonly kind: 'roles'; readonly roles: readonly string[] }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'reactivate' }
  | { readonly kind: 'contact'; readonly phone: string };

/** Whom a grant is about; a new membership has its id from the proposal on. */
export type GrantSubject = Pick<Membership, 'personId' | 'name' | 'organisation'> & {
  readonly membershipId: string;
};

/** 授权事项: proposed by the tenant administrator, in force once the security administrator confirms. */
export interface Grant extends TwoPersonsMatter {
  readonly id: string;
  readonly tenant: TenantId;
  readonly subject: GrantSubject;
  readonly change: GrantChange;
  /** The membership as it stood when the change was proposed; absent for a new person. */
  readonly before?: Pick<Membership, 'roles' | 'state' | 'grantsVersion'>;
}

/** A phone number as lists and closed grants show it. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** A change without what nobody needs to read any more once it has been decided. */
export const maskChange = (change: GrantChange): GrantChange =>
  'phone' in change && change.phone !== undefined ? { ...change, phone: maskPhone(change.phone) } : change;

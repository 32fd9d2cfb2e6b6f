import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Membership } from './membership.ts';
import type { TwoPersonsMatter } from './two-persons.ts';

/** Somebody who is there from a county's first day. */
export interface FirstPerson {
  readonly membershipId: string;
  readonly role: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
}

/** What is proposed for a county of the city. */
export type TenantChange =
  | {
      readonly kind: 'open';
      readonly name: string;
      /** Its designated cloud authority (yc-cloud-4-3). */
      readonly authority: { readonly id: string; readonly name: string };
      readonly departments: readonly { readonly id: string; readonly name: string }[];
      readonly people: readonly FirstPerson[];
    }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'reactivate' };

/** 县（市、区）事项: proposed by the city's tenant administrator, in force once its security administrator confirms. */
export interface TenantMatter extends TwoPersonsMatter {
  readonly id: string;
  /** The county concerned. */
  readonly tenant: TenantId;
  readonly change: TenantChange;
}

/** A county with everybody and everything that it opens with. */
export interface OpenedTenant {
  readonly tenant: TenantId;
  readonly change: Extract<TenantChange, { kind: 'open' }>;
  readonly memberships: readonly Membership[];
  /** Place among the city's nodes. */
  readonly place: number;
}

/** A county as the city's directory has it. */
export interface KnownNode {
  readonly id: TenantId;
  readonly name: string;
  readonly place: number;
  readonly suspendedAt?: string;
}

export interface MatterFacts {
  readonly nodes: readonly KnownNode[];
  /** Roles that must be filled from the first day. */
  readonly firstRoles: readonly { readonly id: string; readonly label: string }[];
}

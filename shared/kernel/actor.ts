import type { TenantId } from './tenant.ts';

/** A colleague for whom somebody decides while they are away 代办, and in which posts. */
export interface StandIn {
  readonly membershipId: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The delegations that this rests on, one after the other; each must still stand when it is made use of. */
  readonly grounds: readonly { readonly to: string; readonly untilOn: string; readonly id: string }[];
}

/** A person acting under one membership, as the authorizer established it. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly membershipId: string;
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  /** Version of the membership's grants; every command requires that it still stands. */
  readonly grantsVersion: number;
  /** For whom they stand in at the moment; looked up where tasks are held. */
  readonly standsInFor?: readonly StandIn[];
}

import type { TenantId } from './tenant.ts';

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
}

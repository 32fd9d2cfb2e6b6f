import type { TenantId } from '#shared/kernel/tenant.ts';

/** 任职: one person's post in one organisation of one tenant, with the roles granted there. */
export interface Membership {
  readonly id: string;
  /** Subject of the person's access tokens. */
  readonly personId: string;
  readonly name: string;
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  /** Moves with every grant; what was authorized under another one is refused. */
  readonly grantsVersion: number;
  readonly state: 'active' | 'suspended';
  /** ISO instant from which it stands as it does. */
  readonly since: string;
}

/**
 * The memberships under which a person may act: an older one goes before a newer one that may not stand beside it,
 * wherever the two were granted. So no tenant's grant takes anything from what another tenant granted before.
 */
export const usableMemberships = <M extends Pick<Membership, 'roles' | 'state' | 'since' | 'id'>>(
  memberships: readonly M[],
  conflictOf: (roles: readonly string[]) => string | undefined,
): readonly M[] => {
  const usable = new Set<M>();
  const byAge = [...memberships].sort((a, b) => (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1));
  for (const membership of byAge) {
    const roles = [...usable, membership].flatMap((each) => each.roles);
    if (membership.state === 'active' && conflictOf(roles) === undefined) usable.add(membership);
  }
  return memberships.filter((membership) => usable.has(membership));
};

import type { GrantView } from '#shared/contracts/people.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { type Grant, maskChange } from '../domain/grant.ts';
import type { AdministrationServices } from './administration-ports.ts';
import { viewRoles } from './role-book.ts';
import { administratorsOnly, holdsRole } from './who-administers.ts';

const defaultLimit = 20;

const verbsFor = (grant: Grant, actor: Actor): GrantView['verbs'] => {
  if (grant.state !== 'open') return [];
  const proposed = grant.proposedBy.personId === actor.personId;
  if (holdsRole(actor, 'security.admin'))
    return proposed || grant.subject.personId === actor.personId ? [] : ['decide'];
  return proposed && holdsRole(actor, 'tenant.admin') ? ['withdraw'] : [];
};

/** Who is to confirm a number must see it; nobody else needs to. */
const shownChange = ({ state, change }: Grant, actor: Actor): Grant['change'] =>
  state === 'open' && holdsRole(actor, 'security.admin') ? change : maskChange(change);

const viewGrant = (grant: Grant, actor: Actor, nameOf: (membership: string) => string): GrantView => {
  const change = shownChange(grant, actor);
  const { before, closedBy, closedAt, closingReason } = grant;
  return {
    grantId: grant.id,
    version: grant.version,
    state: grant.state,
    kind: change.kind,
    person: grant.subject,
    ...(before ? { before: { roles: viewRoles(before.roles), state: before.state } } : {}),
    ...('roles' in change ? { roles: viewRoles(change.roles) } : {}),
    ...('phone' in change && change.phone !== undefined ? { phone: change.phone } : {}),
    reason: grant.reason,
    proposedBy: nameOf(grant.proposedBy.membershipId),
    proposedAt: grant.proposedAt,
    ...(closedBy ? { closedBy: nameOf(closedBy.membershipId) } : {}),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closingReason === undefined ? {} : { closingReason }),
    verbs: verbsFor(grant, actor),
  };
};

/** 授权事项 of the caller's tenant, newest first, for its administrators. */
export const listGrants = async (
  { administration, namesOf }: AdministrationServices,
  actor: Actor,
  query: {
    readonly state?: 'open' | 'closed' | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<Result<{ items: GrantView[]; nextCursor?: string }, Refusal>> => {
  const refusal = administratorsOnly(actor);
  if (refusal) return refuse(refusal);
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const { tenant } = actor;
  const page = await administration.listGrants(
    tenant,
    query.state,
    from.value['at'],
    query.limit ?? defaultLimit,
  );
  const names = await namesOf(
    page.items
      .flatMap(({ proposedBy, closedBy }) => (closedBy ? [proposedBy, closedBy] : [proposedBy]))
      .map(({ membershipId }) => ({ tenant, membership: membershipId })),
  );
  return accept({
    items: page.items.map((grant) => viewGrant(grant, actor, (id) => names.get(id)?.name ?? id)),
    ...(page.next === undefined ? {} : { nextCursor: encodeCursor({ at: page.next }) }),
  });
};

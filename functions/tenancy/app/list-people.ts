import type { PeopleList, PersonView } from '#shared/contracts/people.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { offeredRoles } from '#shared/tenancy/offered-roles.ts';
import { maskPhone } from '../domain/grant.ts';
import type { Membership } from '../domain/membership.ts';
import type { AdministrationServices } from './administration-ports.ts';
import { viewRoles } from './role-book.ts';
import { administratorsOnly } from './who-administers.ts';

const defaultLimit = 50;

const viewPerson = (membership: Membership, phone: string | undefined, actor: Actor): PersonView => ({
  membershipId: membership.id,
  personId: membership.personId,
  name: membership.name,
  organisation: membership.organisation,
  roles: viewRoles(membership.roles),
  state: membership.state,
  since: membership.since,
  ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  own: membership.personId === actor.personId,
});

const matches = ({ name, personId, organisation, roles }: Membership, search: string): boolean =>
  [name, personId, organisation.name, ...viewRoles(roles).map(({ label }) => label)].some((text) =>
    text.includes(search),
  );

/** 人员与岗位 of the caller's tenant, for its administrators. A search looks on until a page is full. */
export const listPeople = async (
  { administration, organisationsOf }: AdministrationServices,
  actor: Actor,
  query: {
    readonly search?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<Result<PeopleList, Refusal>> => {
  const refusal = administratorsOnly(actor);
  if (refusal) return refuse(refusal);
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const { search, limit = defaultLimit } = query;
  const found: Membership[] = [];
  let after = from.value['at'];
  do {
    const page = await administration.listMemberships(actor.tenant, after, limit - found.length);
    found.push(...page.items.filter((one) => search === undefined || matches(one, search)));
    after = page.next;
  } while (after !== undefined && found.length < limit);
  const [organisations, phones] = await Promise.all([
    organisationsOf(actor.tenant),
    administration.phonesOf(
      actor.tenant,
      found.map(({ id }) => id),
    ),
  ]);
  return accept({
    items: found.map((one) => viewPerson(one, phones.get(one.id), actor)),
    organisations: offeredRoles(actor.tenant, organisations).map(({ id, name, roles }) => ({
      id,
      name,
      roles: viewRoles(roles),
    })),
    ...(after === undefined ? {} : { nextCursor: encodeCursor({ at: after }) }),
  });
};

import type { MeView } from '#shared/contracts/me.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { usableMemberships } from '../domain/membership.ts';
import { describeMe } from './describe-me.ts';
import { actorOf, type MembershipStore } from './membership.ts';
import { conflictOf } from './role-book.ts';

/** Whose a genuine token is, and since when it is in the world. */
export interface TokenHolder {
  readonly personId: string;
  /** Epoch seconds; 0 when the token does not say. */
  readonly issuedAt: number;
}

/** Undefined for a token that is forged, expired or meant for somebody else. */
export type VerifyToken = (token: string) => Promise<TokenHolder | undefined>;

export interface AuthorizeServices {
  readonly verify: VerifyToken;
  readonly memberships: Pick<MembershipStore, 'listOfPerson'>;
  /** The nodes of a city by name. */
  readonly nodesOf: (
    city: string,
  ) => Promise<readonly { readonly id: TenantId; readonly name: string; readonly suspendedAt?: string }[]>;
  /** Epoch seconds at which a person last signed out everywhere. */
  readonly signedOutAt: (personId: string) => Promise<number | undefined>;
}

const bearerOf = (authorization: string): string => /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';

const standing = async (services: AuthorizeServices, authorization: string) => {
  const holder = await services.verify(bearerOf(authorization));
  if (holder === undefined) return undefined;
  const { personId, issuedAt } = holder;
  const [memberships, signedOutAt] = await Promise.all([
    services.memberships.listOfPerson(personId),
    services.signedOutAt(personId),
  ]);
  if (signedOutAt !== undefined && issuedAt < signedOutAt) return undefined;
  return { personId, memberships: usableMemberships(memberships, conflictOf) };
};

/** The actor of a request: the token says who, the membership what. */
export const authorizeMembership = async (
  services: AuthorizeServices,
  authorization: string,
  membershipId: string,
): Promise<Actor | undefined> => {
  const person = await standing(services, authorization);
  const membership = person?.memberships.find(({ id }) => id === membershipId);
  return membership && actorOf(membership);
};

/** What a person is told of themselves before they choose a membership. */
export const authorizePerson = async (
  services: AuthorizeServices,
  authorization: string,
): Promise<MeView | undefined> => {
  const person = await standing(services, authorization);
  if (!person) return undefined;
  const cities = [...new Set(person.memberships.map(({ tenant }) => cityOf(tenant)))];
  const nodes = await Promise.all(cities.map(services.nodesOf));
  return describeMe(person.personId, person.memberships, nodes.flat());
};

import type { MeView } from '#shared/contracts/me.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { usableMemberships } from '../domain/membership.ts';
import { describeMe } from './describe-me.ts';
import { actorOf, type MembershipStore } from './membership.ts';
import { conflictOf } from './role-book.ts';

/** Tells whose token it is; undefined for a token that is forged, expired or meant for somebody else. */
export type VerifyToken = (token: string) => Promise<string | undefined>;

export interface AuthorizeServices {
  readonly verify: VerifyToken;
  readonly memberships: MembershipStore;
}

const bearerOf = (authorization: string): string => /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';

const standing = async (services: AuthorizeServices, authorization: string) => {
  const personId = await services.verify(bearerOf(authorization));
  if (personId === undefined) return undefined;
  const memberships = await services.memberships.listOfPerson(personId);
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
  return person && describeMe(person.personId, person.memberships);
};

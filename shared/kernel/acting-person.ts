import type { Actor } from './actor.ts';
import type { TenantId } from './tenant.ts';

/** Who did something: the person, and the membership under which they did it. */
export interface ActingPerson {
  readonly tenant: TenantId;
  readonly membership: string;
  readonly person: string;
}

export const actingPerson = ({
  tenant,
  membershipId,
  personId,
}: Pick<Actor, 'tenant' | 'membershipId' | 'personId'>): ActingPerson => ({
  tenant,
  membership: membershipId,
  person: personId,
});

/** 回避: the same person, under whichever of their memberships. */
export const isSamePerson = (a: Pick<ActingPerson, 'person'>, b: Pick<ActingPerson, 'person'>): boolean =>
  a.person === b.person;

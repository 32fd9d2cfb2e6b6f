import { type DemoPerson, demoPeople } from '#shared/tenancy/demo-people.ts';

const people: ReadonlyMap<string, DemoPerson> = new Map(demoPeople.map((person) => [person.user, person]));

/** The demo person with this user name, which is the subject of their tokens. */
export function findPerson(user: string): DemoPerson | undefined {
  return people.get(user);
}

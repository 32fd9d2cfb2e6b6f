import type { Client } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { MessageView } from '#shared/contracts/messages.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { awaitTrue } from '../await-true.ts';
import type { Inspector } from '../inspect-case.ts';
import { persistentPerson } from '../persistent-person.ts';

/** What a matter leaves beside itself, for whoever judges its end. */
export interface MatterTraces {
  readonly intact: boolean;
  readonly events: readonly string[];
}

/** Events by the person who was told of them. */
export type Told = Readonly<Record<string, readonly string[]>>;

/**
 * The people of a county and its city, and what they have been told.
 * @param more others who have a post there, by name
 */
export const toldPeople = async (
  system: EmbeddedSystem,
  tenant: string,
  inspector: Inspector,
  more: Readonly<Record<string, Client>> = {},
) => {
  const concerned = demoPeople.filter((each) => [tenant, 'yancheng/_city'].includes(each.tenant));
  const people = new Map(Object.entries(more));
  for (const { user } of concerned) people.set(user, await persistentPerson(system, user));
  return {
    /** The journal of a partition, once nothing of it is still to be carried. */
    tracesOf: async (partition: string): Promise<MatterTraces> => {
      await awaitTrue(
        `everything of ${partition} is carried`,
        async () => (await inspector.ripeMarkers(partition)).length === 0,
      );
      return inspector.journal(partition);
    },
    /** Who was told what that leads to any of these pages, each as often as they were told it. */
    toldOf: async (pages: readonly string[]): Promise<Told> => {
      const inboxes = [...people].map(async ([user, person]) => {
        const { body } = await person.call<{ items: MessageView[] }>('GET', '/v1/messages?limit=100');
        const events = body.items
          .filter(({ page, caseId }) => pages.includes(page ?? `/cases/${caseId}`))
          .map(({ event }) => event);
        return [user, events.sort()] as const;
      });
      return Object.fromEntries((await Promise.all(inboxes)).filter(([, events]) => events.length > 0));
    },
  };
};

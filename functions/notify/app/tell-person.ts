import type { Membership } from '#functions/tenancy/app/membership.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import { defaultTexts, fillText, type MessageEvent, type MessageFacts } from '../domain/message-texts.ts';
import type { ChannelUse, InboxMessage, NotifyServices } from './ports.ts';

export interface Telling {
  /** The same for the same event and person, however often it is told. */
  readonly id: string;
  readonly event: MessageEvent;
  readonly caseId: string;
  readonly use: ChannelUse;
  readonly facts: MessageFacts;
  /** What only the sent message holds, made when it is sent: the inbox keeps neither links nor codes. */
  readonly secrets?: () => Promise<MessageFacts>;
}

const textFor = async (services: NotifyServices, city: string, event: MessageEvent) =>
  (await services.messages.textOf(city, event)) ?? defaultTexts[event];

/**
 * Tells one person: into their inbox, and to their registered contact where they have one. Told before, nothing happens.
 * @throws when the channel fails and may work later
 */
export const tellPerson = async (
  services: NotifyServices,
  person: Membership,
  telling: Telling,
): Promise<void> => {
  const city = cityOf(person.tenant);
  const { id, event, caseId } = telling;
  const facts = { ...telling.facts, name: person.name };
  const text = await textFor(services, city, event);
  const message: InboxMessage = {
    ...fillText(text, facts),
    id,
    tenant: person.tenant,
    membershipId: person.id,
    personId: person.personId,
    event,
    caseId,
    at: services.clock.now().toISOString(),
  };
  if ((await services.messages.keep(message)) !== 'pending') return;
  const contact = await services.messages.contactOf(person);
  const outcome =
    contact === undefined
      ? 'noContact'
      : await services.channels.send(city, telling.use, {
          ...fillText(text, { ...facts, ...(await telling.secrets?.()) }),
          id: `${id}@${person.id}`,
          event,
          to: { person: person.personId, name: person.name, contact },
        });
  await services.messages.settle(
    message,
    outcome === 'noContact' || outcome === 'noChannel' ? 'inboxOnly' : outcome,
  );
  log.info('message.settled', { event, caseId, membership: person.id, outcome });
};

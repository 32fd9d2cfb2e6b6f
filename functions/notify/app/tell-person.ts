import type { Membership } from '#functions/tenancy/app/membership.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import { fillText } from '../domain/fill-text.ts';
import {
  defaultTexts,
  isUrgent,
  type MessageEvent,
  type MessageFacts,
  type MessageText,
} from '../domain/message-texts.ts';
import type { ChannelUse, InboxMessage, NotifyServices } from './ports.ts';

export interface Telling {
  /** The same for the same event and person, however often it is told. */
  readonly id: string;
  readonly event: MessageEvent;
  readonly caseId: string;
  readonly page?: string;
  readonly use: ChannelUse;
  readonly facts: MessageFacts;
  /** What only the sent message holds, made when it is sent: the inbox keeps neither links nor codes. */
  readonly secrets?: () => Promise<MessageFacts>;
}

const textFor = async (services: NotifyServices, city: string, event: MessageEvent) =>
  (await services.messages.textOf(city, event)) ?? defaultTexts[event];

/** How long a message must wait for its person's working hours; undefined when it need not. */
const waitFor = async (
  { workingTimes, businessClock }: NotifyServices,
  { tenant }: Membership,
  { event }: Telling,
): Promise<Date | undefined> => {
  if (isUrgent(event)) return undefined;
  const now = businessClock.now();
  const next = await workingTimes.next(tenant, now);
  return next > now ? next : undefined;
};

const send = async (
  services: NotifyServices,
  person: Membership,
  { id, event, use, facts, secrets }: Telling,
  text: MessageText,
) => {
  const contact = await services.messages.contactOf(person);
  if (contact === undefined) return 'noContact';
  return services.channels.send(cityOf(person.tenant), use, {
    ...fillText(text, { ...facts, ...(await secrets?.()) }),
    id: `${id}@${person.id}`,
    event,
    to: { person: person.personId, name: person.name, contact },
  });
};

/**
 * Tells one person: into their inbox at once, and to their registered contact where they have one, in working hours
 * unless it is urgent. Told before, nothing happens. Answers until when the message must wait, if it must.
 * @throws when the channel fails and may work later
 */
export const tellPerson = async (
  services: NotifyServices,
  person: Membership,
  asked: Telling,
): Promise<Date | undefined> => {
  const { id, event, caseId, page } = asked;
  const telling = { ...asked, facts: { ...asked.facts, name: person.name } };
  const text = await textFor(services, cityOf(person.tenant), event);
  const message: InboxMessage = {
    ...fillText(text, telling.facts),
    id,
    tenant: person.tenant,
    membershipId: person.id,
    personId: person.personId,
    event,
    caseId,
    ...(page === undefined ? {} : { page }),
    at: services.businessClock.now().toISOString(),
  };
  if ((await services.messages.keep(message)) !== 'pending') return undefined;
  const wait = await waitFor(services, person, telling);
  if (wait) return wait;
  const outcome = await send(services, person, telling, text);
  await services.messages.settle(
    message,
    outcome === 'noContact' || outcome === 'noChannel' ? 'inboxOnly' : outcome,
  );
  log.info('message.settled', { event, caseId, membership: person.id, outcome });
  return undefined;
};

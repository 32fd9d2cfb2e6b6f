import type { Membership } from '#functions/tenancy/app/membership.ts';
import { log } from '#shared/log/log.ts';
import type { MessageFacts } from '../domain/message-texts.ts';
import type { NotifyServices, ToldProcess } from './ports.ts';
import { peopleOf, tellAll } from './tell-all.ts';
import { tellPerson } from './tell-person.ts';

/** A link of the person's own, made when the message is sent. */
const secretsFor = (
  { links, publicBaseUrl }: NotifyServices,
  { link: about, facts }: ToldProcess,
  caseId: string,
  { tenant, id: membershipId, personId }: Membership,
) =>
  about === undefined
    ? {}
    : {
        secrets: async (): Promise<MessageFacts> => {
          const title = facts['systemName'] ?? '';
          const holder = { tenant, membershipId, personId };
          const token = await links.issue({ tenant, caseId, taskId: '', about, title, holder });
          return { link: `办理链接：${publicBaseUrl}/l/${token}` };
        },
      };

/** Told again it carries the same id, by which the program knows it. */
const callProgram = async ({ webhooks }: NotifyServices, { id, webhook }: ToldProcess): Promise<void> => {
  if (!webhook) return;
  const { city, organisation, content } = webhook;
  const outcome = await webhooks.call(city, organisation, { id, ...content });
  log.info('webhook.called', { organisation, outcome, notice: id });
};

const isStillSo = async (
  { stillSo }: NotifyServices,
  { while: condition }: ToldProcess,
): Promise<boolean> => {
  if (!condition) return true;
  const ask = Object.hasOwn(stillSo, condition.of) ? stillSo[condition.of] : undefined;
  if (!ask) throw new Error(`nobody knows whether ${condition.of} still holds`);
  return ask(condition);
};

/**
 * Tells the holders of the posts that a process names, each membership once; nobody before its time, and nobody when
 * what it asks for has been done meanwhile. Answers until when it must wait.
 */
export const tellOfProcess = async (
  services: NotifyServices,
  notice: ToldProcess,
): Promise<Date | undefined> => {
  const { id, event, facts, page, holders, notBefore } = notice;
  if (notBefore !== undefined && services.businessClock.now() < new Date(notBefore))
    return new Date(notBefore);
  if (!(await isStillSo(services, notice))) return undefined;
  await callProgram(services, notice);
  const found = (await Promise.all(holders.map((holder) => peopleOf(services, holder)))).flat();
  const people = new Map<string, Membership>(found.map((person) => [person.id, person]));
  const matter = id.slice(0, id.indexOf('#'));
  return tellAll(
    [...people.values()].map((person) =>
      tellPerson(services, person, {
        id,
        event,
        caseId: matter,
        page,
        use: 'message',
        facts: facts as MessageFacts,
        ...secretsFor(services, notice, matter, person),
      }),
    ),
  );
};

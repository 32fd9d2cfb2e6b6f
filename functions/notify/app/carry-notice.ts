import type { AnnouncedMatter } from '#functions/cases/app/describe-announcement.ts';
import type { CaseRef } from '#functions/cases/app/ports.ts';
import type { Link } from '#functions/link/app/ports.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { log } from '#shared/log/log.ts';
import { isMessageEvent, type MessageEvent, type MessageFacts } from '../domain/message-texts.ts';
import { nextTry } from '../domain/retry-notice.ts';
import type { Notice, NoticeKey, NotifyServices } from './ports.ts';
import { peopleOf, tellAll } from './tell-all.ts';
import { tellOfProcess } from './tell-of-process.ts';
import { type Telling, tellPerson } from './tell-person.ts';

type OfLink = Extract<Notice, { linkId: string }>;
type Announced = Extract<Notice, { kind: 'announcement' }>;

/** Enough of a link's id to tell it from others; of no use to whoever would open it. */
const shortOf = (linkId: string): string => linkId.slice(0, 16);

const factsOf = ({ facts, move }: AnnouncedMatter): MessageFacts => ({
  number: facts.number,
  organisation: facts.organisation,
  systemName: facts.systemName,
  stage: facts.stage,
  matter: facts.matter,
  monthly: facts.monthlyYuan,
  cost: facts.priced ? `，${facts.monthlyYuan}元/月` : '',
  target: facts.targetOn === '' ? '' : `，参考时间 ${facts.targetOn}`,
  daysLate: facts.daysLate,
  holder: facts.holder,
  ...move,
});

const holdersOf = async (
  services: NotifyServices,
  { holders }: AnnouncedMatter,
): Promise<readonly Membership[]> =>
  (await Promise.all(holders.map((holder) => peopleOf(services, holder)))).flat();

/** Everybody whom a notice concerns, each membership once, with the first matter that concerns it. */
const audienceOf = async (services: NotifyServices, matters: readonly AnnouncedMatter[]) => {
  const found = new Map<string, { readonly person: Membership; readonly matter: AnnouncedMatter }>();
  for (const matter of matters)
    for (const person of await holdersOf(services, matter))
      if (!found.has(person.id)) found.set(person.id, { person, matter });
  return [...found.values()];
};

const linkFor =
  (
    services: NotifyServices,
    ref: CaseRef,
    taskId: string,
    title: string,
    { personId, id: membershipId, tenant }: Membership,
  ) =>
  async (): Promise<MessageFacts> => {
    const token = await services.links.issue({
      ...ref,
      taskId,
      title,
      holder: { personId, membershipId, tenant },
    });
    return { link: `办理链接：${services.publicBaseUrl}/l/${token}` };
  };

/** A stage of a city's own making is told by the text for any stage. */
const knownEvent = (event: string): MessageEvent | undefined => {
  if (isMessageEvent(event)) return event;
  return event.startsWith('task.') ? 'task.opened' : undefined;
};

/** What one person is told; undefined for an event that people are not told of. */
const tellingOf = (
  services: NotifyServices,
  { ref, seq }: Announced,
  matter: AnnouncedMatter,
  person: Membership,
): Telling | undefined => {
  const { linkedTask } = matter;
  const event = knownEvent(matter.event);
  if (event === undefined) return undefined;
  return {
    id: `${ref.caseId}#${String(seq).padStart(6, '0')}`,
    event,
    caseId: ref.caseId,
    use: 'message',
    facts: factsOf(matter),
    ...(linkedTask === undefined
      ? {}
      : { secrets: linkFor(services, ref, linkedTask, matter.facts.systemName, person) }),
  };
};

/** Answers until when the notice must wait for those whose working hours have not begun. */
const announce = async (services: NotifyServices, notice: Announced): Promise<Date | undefined> => {
  const audience = await audienceOf(services, await services.describe(notice.ref, notice.announcement));
  return tellAll(
    audience.map(async ({ person, matter }) => {
      const telling = tellingOf(services, notice, matter, person);
      return telling && tellPerson(services, person, telling);
    }),
  );
};

const tellHolder = async (
  services: NotifyServices,
  { holder, caseId, title }: Link,
  telling: Pick<Telling, 'id' | 'event' | 'use' | 'secrets'>,
): Promise<void> => {
  const person = await services.posts.standing(holder.tenant, holder.membershipId);
  if (person) await tellPerson(services, person, { ...telling, caseId, facts: { systemName: title } });
};

const freshMs = 5 * 60_000;

/** A code that could not be sent for so long is not waited for any more. Made again it is another, and told as such. */
const sendCode = async (services: NotifyServices, { linkId, at }: OfLink): Promise<undefined> => {
  if (services.clock.now().getTime() - Date.parse(at) > freshMs) return;
  const made = await services.links.makeCode(linkId);
  if (!made) return;
  await tellHolder(services, made.link, {
    id: `${shortOf(linkId)}#${made.expiresAt}`,
    event: 'link.code',
    use: 'code',
    secrets: async () => ({ code: made.code }),
  });
};

const tellOfDeath = async (services: NotifyServices, { linkId }: OfLink): Promise<undefined> => {
  const link = await services.links.find(linkId);
  if (link)
    await tellHolder(services, link, { id: `${shortOf(linkId)}#died`, event: 'link.died', use: 'message' });
};

const tell = (services: NotifyServices, notice: Notice): Promise<Date | undefined> => {
  switch (notice.kind) {
    case 'announcement':
      return announce(services, notice);
    case 'process':
      return tellOfProcess(services, notice);
    case 'code':
      return sendCode(services, notice);
    case 'linkDied':
      return tellOfDeath(services, notice);
  }
};

const bring = async (services: NotifyServices, key: NoticeKey, notice: Notice): Promise<void> => {
  const until = await tell(services, notice);
  if (until) {
    await services.notices.hold(key, until);
    log.info('notice.held', { until: until.toISOString() });
    return;
  }
  await services.notices.clear(key);
  log.info('notice.done', { kind: notice.kind });
};

/** What failed is left to the queue's own tries, and to ever rarer sweeps; after three days the inbox alone has it. */
const putOff = async ({ notices, clock }: NotifyServices, key: NoticeKey): Promise<void> => {
  const now = clock.now();
  const failures = await notices.countFailure(key, now);
  if (!failures) return;
  const until = nextTry(failures, now);
  if (until) return notices.postpone(key, until);
  await notices.clear(key);
  log.info('notice.given-up', { failures: failures.count });
};

/**
 * Brings one notice to the people it concerns and clears its marker, or has it wait for working hours. Brought twice it
 * tells nobody twice.
 * @throws when a channel fails, after the sweep has been put off
 */
export const carryNotice = async (services: NotifyServices, key: NoticeKey): Promise<void> => {
  const notice = await services.notices.load(key);
  if (!notice) return;
  try {
    await bring(services, key, notice);
  } catch (error) {
    await putOff(services, key);
    throw error;
  }
};

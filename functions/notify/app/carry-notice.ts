import type { AnnouncedMatter } from '#functions/cases/app/describe-announcement.ts';
import type { CaseRef } from '#functions/cases/app/ports.ts';
import type { Link } from '#functions/link/app/ports.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { log } from '#shared/log/log.ts';
import { isMessageEvent, type MessageFacts } from '../domain/message-texts.ts';
import type { Notice, NoticeKey, NotifyServices } from './ports.ts';
import { type Telling, tellPerson } from './tell-person.ts';

type OfLink = Extract<Notice, { linkId: string }>;
type Announced = Extract<Notice, { kind: 'announcement' }>;

/** Enough of a link's id to tell it from others; of no use to whoever would open it. */
const shortOf = (linkId: string): string => linkId.slice(0, 16);

const factsOf = ({ facts, move }: AnnouncedMatter): MessageFacts => ({
  organisation: facts.organisation,
  systemName: facts.systemName,
  stage: facts.stage,
  monthly: facts.monthlyYuan,
  target: facts.targetOn === '' ? '' : `，参考时间 ${facts.targetOn}`,
  ...move,
});

/** Whoever holds one of the posts, each person's membership once. */
const holdersOf = async (
  services: NotifyServices,
  matter: AnnouncedMatter,
): Promise<readonly Membership[]> => {
  const found = await Promise.all(matter.holders.map((holder) => services.posts.holdersOf(holder)));
  return [...new Map(found.flat().map((membership) => [membership.id, membership])).values()];
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

/** Everybody is tried, whoever fails before them; the first failure is thrown at the end, so that it is tried again. */
const announce = async (services: NotifyServices, { ref, seq, announcement }: Announced): Promise<void> => {
  const matter = await services.describe(ref, announcement);
  if (!matter || !isMessageEvent(matter.event)) return;
  const { event, linkedTask } = matter;
  const tellings = (await holdersOf(services, matter)).map((person) => {
    const telling: Telling = {
      id: `${ref.caseId}#${String(seq).padStart(6, '0')}`,
      event,
      caseId: ref.caseId,
      use: 'message',
      facts: factsOf(matter),
      ...(linkedTask === undefined
        ? {}
        : { secrets: linkFor(services, ref, linkedTask, matter.facts.systemName, person) }),
    };
    return tellPerson(services, person, telling);
  });
  const failure = (await Promise.allSettled(tellings)).find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
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
const sendCode = async (services: NotifyServices, { linkId, at }: OfLink): Promise<void> => {
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

const tellOfDeath = async (services: NotifyServices, { linkId }: OfLink): Promise<void> => {
  const link = await services.links.find(linkId);
  if (link)
    await tellHolder(services, link, { id: `${shortOf(linkId)}#died`, event: 'link.died', use: 'message' });
};

const carriers = { code: sendCode, linkDied: tellOfDeath } as const;

/** Brings one notice to the people it concerns and clears its marker. Brought twice it tells nobody twice. */
export const carryNotice = async (services: NotifyServices, key: NoticeKey): Promise<void> => {
  const notice = await services.notices.load(key);
  if (!notice) return;
  if (notice.kind === 'announcement') await announce(services, notice);
  else await carriers[notice.kind](services, notice);
  await services.notices.clear(key);
  log.info('notice.done', { kind: notice.kind });
};

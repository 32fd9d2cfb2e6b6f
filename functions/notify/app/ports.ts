import type { Announcement, CaseRef } from '#functions/cases/app/ports.ts';
import type { DescribeAnnouncement } from '#functions/cases/ports/announced-matters.ts';
import type { StandIns } from '#functions/desks/ports/stand-ins.ts';
import type { LinksForNotices } from '#functions/link/ports/links-for-notices.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { NoticeCondition, ProcessNotice } from '#shared/aggregate/notice.ts';
import type { BusinessClock, WallClock } from '#shared/kernel/clock.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { MessageEvent, MessageText } from '../domain/message-texts.ts';

/** A delivery marker of this context, by its key. */
export interface NoticeKey {
  readonly pk: string;
  readonly sk: string;
}

/** A process's notice as it is read again: one of the texts, and an id that is the same however often it is brought. */
export interface ToldProcess extends ProcessNotice {
  readonly id: string;
  readonly event: MessageEvent;
}

/** Who knows whether a condition still holds, by its `of`. */
export type StillSo = Readonly<Record<string, (condition: NoticeCondition) => Promise<boolean>>>;

/** What must be told. */
export type Notice =
  | {
      readonly kind: 'announcement';
      readonly ref: CaseRef;
      readonly seq: number;
      readonly announcement: Announcement;
    }
  | ({ readonly kind: 'process' } & ToldProcess)
  | { readonly kind: 'code' | 'linkDied'; readonly linkId: string; readonly at: string };

/** What became of a message: on its way, with the channel, or kept in the inbox alone. */
export type MessageState = 'pending' | 'sent' | 'inboxOnly' | 'refused';

export interface InboxMessage extends MessageText {
  readonly id: string;
  readonly tenant: TenantId;
  readonly membershipId: string;
  readonly personId: string;
  readonly event: MessageEvent;
  readonly caseId: string;
  /** Page of the console that it leads to, where it is not a case's. */
  readonly page?: string;
  readonly at: string;
}

export interface NoticeFailures {
  readonly count: number;
  readonly since: Date;
}

export interface NoticeStore {
  load(key: NoticeKey): Promise<Notice | undefined>;
  /** Has the sweep bring the notice again at an instant of business time. */
  hold(key: NoticeKey, until: Date): Promise<void>;
  /** Counts a failure; answers how many there have been and since when, or undefined when the notice is gone. */
  countFailure(key: NoticeKey, now: Date): Promise<NoticeFailures | undefined>;
  /** Has the sweep bring the notice again at an instant of real time. */
  postpone(key: NoticeKey, until: Date): Promise<void>;
  clear(key: NoticeKey): Promise<void>;
}

export interface MessageStore {
  /** Keeps a message in its person's inbox, once; answers what has become of it so far. */
  keep(message: InboxMessage): Promise<MessageState>;
  settle(message: InboxMessage, state: MessageState): Promise<void>;
  contactOf(person: Pick<Membership, 'tenant' | 'id'>): Promise<string | undefined>;
  /** A city's own text for an event. */
  textOf(city: string, event: MessageEvent): Promise<MessageText | undefined>;
}

/** When people may be told what is not urgent. */
export interface WorkingTimes {
  /** The first instant from `now` on at which a tenant's people may be told. */
  next(tenant: TenantId, now: Date): Promise<Date>;
}

/** A message as a channel carries it. `id` is the same whenever it is sent again. */
export interface OutgoingMessage extends MessageText {
  readonly id: string;
  readonly event: MessageEvent;
  readonly to: { readonly person: string; readonly name: string; readonly contact: string };
}

/** What messages go by: codes by another channel where the city has one. */
export type ChannelUse = 'message' | 'code';

/** `noChannel`: the city has none. `refused`: the other side took it for wrong and will not take it again. */
export type SendOutcome = 'sent' | 'noChannel' | 'refused';

export interface Channels {
  /** @throws when it may work later */
  send(city: string, use: ChannelUse, message: OutgoingMessage): Promise<SendOutcome>;
}

/** Programs of providers. */
export interface ProviderWebhooks {
  /** @throws when it may work later */
  call(city: string, organisation: string, content: object): Promise<SendOutcome>;
}

export interface NotifyServices {
  readonly notices: NoticeStore;
  readonly messages: MessageStore;
  readonly channels: Channels;
  readonly webhooks: ProviderWebhooks;
  readonly posts: Pick<PostHolders, 'holdersOf' | 'standing'>;
  /** Who stands in for somebody who was named. */
  readonly standIns: Pick<StandIns, 'for'>;
  readonly links: LinksForNotices;
  readonly describe: DescribeAnnouncement;
  readonly stillSo: StillSo;
  readonly workingTimes: WorkingTimes;
  readonly clock: WallClock;
  readonly businessClock: BusinessClock;
  /** Address under which people reach the system, without a trailing slash. */
  readonly publicBaseUrl: string;
}

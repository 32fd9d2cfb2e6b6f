import type { Actor } from '#shared/kernel/actor.ts';
import type { MessageText } from '../domain/message-texts.ts';

/** A message as its person finds it. */
export interface KeptMessage extends MessageText {
  readonly id: string;
  readonly event: string;
  readonly caseId: string;
  readonly at: string;
  readonly readAt?: string;
  /** Its place in the inbox. */
  readonly position: string;
}

/** Whose inbox: a person has one per membership. */
export type InboxOwner = Pick<Actor, 'tenant' | 'membershipId'>;

/** Inboxes of one data scope; rows come from an index and may lag by a moment. */
export interface InboxStore {
  /** Newest first, from before a position. */
  list(owner: InboxOwner, before: string | undefined, limit: number): Promise<readonly KeptMessage[]>;
  /** Ids of unread messages, oldest first. */
  listUnread(owner: InboxOwner, limit: number): Promise<readonly string[]>;
  /** False when there was nothing to mark. */
  markRead(owner: InboxOwner, id: string, at: string): Promise<boolean>;
}

export type CityTexts = Readonly<Record<string, MessageText>>;

/** A city's own texts and the version of their record; 0 before the first. */
export interface KeptTexts {
  readonly version: number;
  readonly texts: CityTexts;
}

export interface TextStore {
  load(city: string): Promise<KeptTexts>;
  /** Replaces version `expected` of the actor's city, while their membership stands; `moved`: somebody else was first. */
  replace(
    actor: Actor,
    texts: CityTexts,
    expected: number,
    at: string,
  ): Promise<'written' | 'moved' | 'membership'>;
}

import type { PublishedChange } from '#functions/tenancy/app/administration-entry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { MessageText } from '../domain/message-texts.ts';

/** A message as its person finds it. */
export interface KeptMessage extends MessageText {
  readonly id: string;
  readonly event: string;
  readonly caseId: string;
  readonly page?: string;
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

export interface TextReplacement {
  /** Of the record that is replaced; 0 before the first. */
  readonly version: number;
  readonly at: string;
  readonly change: PublishedChange;
}

export interface TextStore {
  load(city: string): Promise<KeptTexts>;
  /** Replaces a version of the actor's city, while they may, and enters it in the journal; `moved`: somebody was first. */
  replace(
    actor: Actor,
    texts: CityTexts,
    replacing: TextReplacement,
  ): Promise<'written' | 'moved' | ActorFact>;
}

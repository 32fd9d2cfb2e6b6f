import * as z from 'zod/mini';
import { cursor, isoInstant, pageSize, paragraphs, text } from './common.ts';

export const messageListQuery = z.strictObject({ cursor: z.optional(cursor), limit: z.optional(pageSize) });

/** 消息: what one was told under this membership; never a link or a code. */
export const messageView = z.object({
  messageId: z.string(),
  event: z.string(),
  eventLabel: z.string(),
  title: z.string(),
  text: z.string(),
  caseId: z.string(),
  /** Page of the console that it leads to, where it is not the case's. */
  page: z.exactOptional(z.string()),
  at: isoInstant,
  read: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;

export const messageList = z.object({
  items: z.array(messageView),
  /** Unread messages, at most 100. */
  unread: z.int(),
  nextCursor: z.optional(z.string()),
});

/** Without ids: all. */
export const readMessagesBody = z.strictObject({
  messageIds: z.optional(
    z.array(z.string().check(z.regex(/^[!-~]{1,120}$/))).check(z.minLength(1), z.maxLength(100)),
  ),
});
export const messagesRead = z.object({ marked: z.int() });

export const messageTextParams = z.strictObject({ event: z.string().check(z.maxLength(60)) });
/** `{…}` in it are filled in when it is sent. */
export const messageTextBody = z.strictObject({ title: text(60), text: paragraphs(500) });
const messageText = z.object({ title: z.string(), text: z.string() });

export const messageTextView = z.object({
  event: z.string(),
  label: z.string(),
  /** Sent at any hour. */
  urgent: z.boolean(),
  defaultText: messageText,
  /** The city's own, where it has one. */
  ownText: z.optional(messageText),
});
export type MessageTextView = z.infer<typeof messageTextView>;

export const messageTextList = z.object({
  version: z.int(),
  items: z.array(messageTextView),
  tags: z.array(z.object({ tag: z.string(), label: z.string(), sample: z.string() })),
});
export const messageTextsSaved = z.object({ version: z.int() });
export const messagePreview = messageText;

import type { MessageView } from '#shared/contracts/messages.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { eventLabels } from '../domain/describe-events.ts';
import { isMessageEvent } from '../domain/message-texts.ts';
import type { InboxStore, KeptMessage } from './inbox-ports.ts';

const defaultLimit = 20;
const mostCounted = 100;

const viewOf = ({ id, event, title, text, caseId, page, at, readAt }: KeptMessage): MessageView => ({
  messageId: id,
  event,
  eventLabel: isMessageEvent(event) ? eventLabels[event] : '消息',
  title,
  text,
  caseId,
  ...(page === undefined ? {} : { page }),
  at,
  read: readAt !== undefined,
});

/** 我的消息 under this membership, the newest first, and how many are unread. */
export const listMessages = async (
  inbox: InboxStore,
  actor: Actor,
  query: { readonly before?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<{ items: MessageView[]; unread: number; last?: string }, Refusal>> => {
  const limit = query.limit ?? defaultLimit;
  const [found, unread] = await Promise.all([
    inbox.list(actor, query.before, limit),
    inbox.listUnread(actor, mostCounted),
  ]);
  const last = found.length === limit ? found.at(-1)?.position : undefined;
  return accept({
    items: found.map(viewOf),
    unread: unread.length,
    ...(last === undefined ? {} : { last }),
  });
};

const markAll = async (inbox: InboxStore, actor: Actor, ids: readonly string[], at: string) =>
  (await Promise.all([...new Set(ids)].map((id) => inbox.markRead(actor, id, at)))).filter(Boolean).length;

/** Marks messages as read, all of them without ids; answers how many had been unread. */
export const readMessages = async (
  inbox: InboxStore,
  actor: Actor,
  ids: readonly string[] | undefined,
  at: string,
): Promise<Result<{ marked: number }, Refusal>> => {
  if (ids) return accept({ marked: await markAll(inbox, actor, ids, at) });
  let marked = 0;
  // Ends when a page holds nothing unread: the index may still name what has just been marked.
  for (let last = mostCounted; last > 0; marked += last)
    last = await markAll(inbox, actor, await inbox.listUnread(actor, mostCounted), at);
  return accept({ marked });
};

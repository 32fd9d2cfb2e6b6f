import { messagesContracts } from '#shared/contracts/messages-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import { listTexts, previewText, restoreText, saveText } from '../app/change-texts.ts';
import { listMessages, readMessages } from '../app/list-messages.ts';
import { createInboxStore } from '../store/inbox-store.ts';
import { createTextStore } from '../store/text-store.ts';

const table = personTable();
const inboxFor = (actor: Actor) => createInboxStore(table.clientOf(actor), table.name);
const textsFor = (actor: Actor) => createTextStore(table.clientOf(actor), table.name);
const now = (): string => systemBusinessClock.now().toISOString();

export const handler = httpFunction(messagesContracts, {
  listMessages: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    const from = decodeCursor(query.cursor);
    if (!from.ok) return from;
    const { limit } = query;
    const found = await listMessages(inboxFor(actor), actor, { before: from.value['before'], limit });
    if (!found.ok) return found;
    const { last, ...page } = found.value;
    return answered({
      ok: true,
      value: { ...page, ...(last === undefined ? {} : { nextCursor: encodeCursor({ before: last }) }) },
    });
  },

  readMessages: async ({ body }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await readMessages(inboxFor(actor), actor, body.messageIds, now()));
  },

  listMessageTexts: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listTexts(textsFor(actor), actor), withVersion);
  },

  saveMessageText: async ({ params, body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const asked = { actor, ...params, expectedVersion, at: now() };
    return answered(await saveText(textsFor(actor), asked, body), withVersion);
  },

  restoreMessageText: async ({ params, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const asked = { actor, ...params, expectedVersion, at: now() };
    return answered(await restoreText(textsFor(actor), asked), withVersion);
  },

  previewMessageText: async ({ params, body }, authorizer) =>
    answered(previewText(readActor(authorizer), params.event, body)),
});

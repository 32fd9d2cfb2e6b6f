import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isTenantId } from '#shared/kernel/tenant.ts';
import type { Notice, NoticeKey, NoticeStore } from '../app/ports.ts';

const announcement = z.discriminatedUnion('event', [
  z.object({ event: z.literal('taskOpened'), taskId: z.string() }),
  z.object({ event: z.literal('targetsMoved'), taskIds: z.array(z.string()) }),
  z.object({ event: z.literal('caseCompleted') }),
  z.object({ event: z.literal('caseRejected') }),
]);
const kindItem = z.object({ kind: z.enum(['announcement', 'code', 'linkDied']) });

const askedItem = z.object({ at: z.string() });

const parseNotice = ({ pk, sk }: NoticeKey, item: Record<string, unknown>): Notice => {
  const { kind } = kindItem.parse(item);
  if (kind !== 'announcement') return { kind, linkId: pk.slice('L#'.length), ...askedItem.parse(item) };
  const [, tenant = '', , caseId = ''] = pk.split('#');
  const seq = Number(sk.split('#').at(-1));
  if (!isTenantId(tenant) || caseId === '' || !Number.isInteger(seq))
    throw new Error(`not a notice of a case: ${pk} ${sk}`);
  return { kind, ref: { tenant, caseId }, seq, announcement: announcement.parse(item) };
};

/** Markers of what must be told, wherever they lie. */
export const createNoticeStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): NoticeStore => ({
  load: async (Key) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { ...Key }, ConsistentRead: true }),
    );
    return Item && parseNotice(Key, Item);
  },
  clear: async (Key) => {
    await client.send(new DeleteCommand({ TableName: table, Key: { ...Key } }));
  },
});

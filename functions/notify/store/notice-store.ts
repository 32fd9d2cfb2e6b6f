import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isTenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { holdMarker } from '#shared/table/hold-marker.ts';
import { indexKeys, shardOf } from '#shared/table/keys.ts';
import { readMarker } from '#shared/table/read-marker.ts';
import type { Notice, NoticeKey, NoticeStore } from '../app/ports.ts';
import { isMessageEvent, type MessageEvent } from '../domain/message-texts.ts';

const announcement = z.discriminatedUnion('event', [
  z.object({ event: z.enum(['taskOpened', 'taskUrged']), taskIds: z.array(z.string()) }),
  z.object({ event: z.literal('caseCopied'), readers: z.array(z.string()) }),
  z.object({
    event: z.literal('taskReminded'),
    taskId: z.string(),
    day: z.int(),
    escalated: z.boolean(),
  }),
  z.object({ event: z.literal('targetsMoved'), taskIds: z.array(z.string()) }),
  z.object({ event: z.literal('caseCompleted') }),
  z.object({ event: z.literal('caseRejected') }),
]);
const kindItem = z.object({ kind: z.enum(['announcement', 'process', 'code', 'linkDied']) });
const processItem = z.object({
  event: z.custom<MessageEvent>((value) => typeof value === 'string' && isMessageEvent(value)),
  holders: z.array(
    z.object({
      tenant: tenantId,
      role: z.string(),
      organisation: z.exactOptional(z.string()),
      membership: z.exactOptional(z.string()),
    }),
  ),
  facts: z.record(z.string(), z.string()),
  page: z.string(),
  notBefore: z.exactOptional(z.string()),
  webhook: z.exactOptional(
    z.object({ city: z.string(), organisation: z.string(), content: z.record(z.string(), z.unknown()) }),
  ),
  link: z.exactOptional(z.enum(['letter', 'confirmation'])),
  while: z.exactOptional(z.catchall(z.object({ of: z.string() }), z.unknown())),
});

/** What comes after the last `#`. */
const lastOf = (key: string): string => key.slice(key.lastIndexOf('#') + 1);

const askedItem = z.object({ at: z.string() });

const parseNotice = ({ pk, sk }: NoticeKey, item: Record<string, unknown>): Notice => {
  const { kind } = kindItem.parse(item);
  if (kind === 'process') return { kind, id: `${lastOf(pk)}#${lastOf(sk)}`, ...processItem.parse(item) };
  if (kind !== 'announcement') return { kind, linkId: pk.slice('L#'.length), ...askedItem.parse(item) };
  const [, tenant = '', , caseId = ''] = pk.split('#');
  const seq = Number(sk.split('#').at(-1));
  if (!isTenantId(tenant) || caseId === '' || !Number.isInteger(seq))
    throw new Error(`not a notice of a case: ${pk} ${sk}`);
  return { kind, ref: { tenant, caseId }, seq, announcement: announcement.parse(item) };
};

const failuresItem = z.object({ failures: z.int(), failingSince: z.string() });

type Change = Pick<
  ConstructorParameters<typeof UpdateCommand>[0],
  'UpdateExpression' | 'ExpressionAttributeValues'
>;

/** Markers of what must be told, wherever they lie. */
export const createNoticeStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): NoticeStore => {
  /** The marker after a change; undefined when somebody who brought it at the same time has cleared it. */
  const change = async (Key: NoticeKey, update: Change) => {
    const command = new UpdateCommand({
      TableName: table,
      Key: { ...Key },
      ...update,
      ConditionExpression: 'attribute_exists(pk)',
      ReturnValues: 'ALL_NEW',
    });
    try {
      return (await client.send(command)).Attributes;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  return {
    load: async (key) => {
      const item = await readMarker(client, table, key);
      return item && parseNotice(key, item);
    },
    hold: (key, until) => holdMarker(client, table, key, until),
    postpone: async (key, until) => {
      await change(key, {
        UpdateExpression: 'SET g2pk = :pk, g2sk = :sk',
        ExpressionAttributeValues: {
          ':pk': indexKeys.undelivered(shanghaiDateOf(until), shardOf(key.pk)),
          ':sk': `${until.toISOString()}#${key.pk}#${key.sk}`,
        },
      });
    },
    countFailure: async (key, now) => {
      const item = await change(key, {
        UpdateExpression: 'SET failingSince = if_not_exists(failingSince, :now) ADD failures :one',
        ExpressionAttributeValues: { ':now': now.toISOString(), ':one': 1 },
      });
      if (!item) return undefined;
      const { failures, failingSince } = failuresItem.parse(item);
      return { count: failures, since: new Date(failingSince) };
    },
    clear: async (Key) => {
      await client.send(new DeleteCommand({ TableName: table, Key: { ...Key } }));
    },
  };
};

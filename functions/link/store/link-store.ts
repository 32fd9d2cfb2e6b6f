import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#shared/table/keys.ts';
import { transact, writeIf } from '#shared/table/transact.ts';
import type { LinkStore } from '../app/ports.ts';
import { wrongCodesAllowed } from '../domain/link.ts';
import { codesItem, linkItem, linkNotice } from './link-items.ts';

const graceSeconds = 7 * 86_400;
const names = { '#state': 'state' };
const secondsOf = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** Links, and what was sent for them, in the single table. */
export const createLinkStore = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): LinkStore => {
  const get = async (Key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;

  return {
    create: async (link) => {
      const Item = { ...keys.link(link.id), ...link, ttl: secondsOf(link.expiresAt) + graceSeconds };
      await client.send(
        new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
    },

    load: async (id) => {
      const item = await get(keys.link(id));
      return item && linkItem.parse(item);
    },

    codesSent: async (personId) => {
      const item = await get(keys.codesSent(personId));
      return item ? codesItem.parse(item) : { times: [], version: 0 };
    },

    askForCode: async (link, sent, now) => {
      const { personId } = link.holder;
      const times = [...sent.times.slice(-9), now.toISOString()];
      const outcome = await transact(client, [
        {
          name: 'link',
          item: {
            Update: {
              TableName: table,
              Key: keys.link(link.id),
              UpdateExpression: 'SET codesSent = :next',
              ConditionExpression: '#state = :live AND codesSent = :seen',
              ExpressionAttributeNames: names,
              ExpressionAttributeValues: {
                ':live': 'live',
                ':seen': link.codesSent,
                ':next': link.codesSent + 1,
              },
            },
          },
        },
        {
          name: 'person',
          item: {
            Put: {
              TableName: table,
              Item: {
                ...keys.codesSent(personId),
                times,
                version: sent.version + 1,
                ttl: Math.floor(now.getTime() / 1000) + 2 * 3600,
              },
              ConditionExpression: 'attribute_not_exists(pk) OR #version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': sent.version },
            },
          },
        },
        linkNotice(table, link.id, 'code', now),
      ]);
      return outcome.written;
    },

    keepCode: (id, code) =>
      writeIf(client, {
        Update: {
          TableName: table,
          Key: keys.link(id),
          UpdateExpression: 'SET code = :code',
          ConditionExpression: '#state = :live',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':live': 'live', ':code': code },
        },
      }),

    // Should its answer be lost, the try counts twice: of the two errors the safe one.
    countTry: async (id) => {
      const command = new UpdateCommand({
        TableName: table,
        Key: keys.link(id),
        UpdateExpression: 'ADD wrongCodes :one',
        ConditionExpression: '#state = :live AND wrongCodes < :allowed',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':live': 'live', ':one': 1, ':allowed': wrongCodesAllowed },
        ReturnValues: 'ALL_NEW',
      });
      try {
        return linkItem.parse((await client.send(command)).Attributes).wrongCodes;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    spendCode: (id, code) =>
      writeIf(client, {
        Update: {
          TableName: table,
          Key: keys.link(id),
          UpdateExpression: 'REMOVE code ADD wrongCodes :back',
          ConditionExpression: '#state = :live AND code.digest = :digest',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':live': 'live', ':digest': code.digest, ':back': -1 },
        },
      }),

    kill: async (link, now) => {
      const outcome = await transact(client, [
        {
          name: 'link',
          item: {
            Update: {
              TableName: table,
              Key: keys.link(link.id),
              UpdateExpression: 'SET #state = :dead REMOVE code',
              ConditionExpression: '#state = :live',
              ExpressionAttributeNames: names,
              ExpressionAttributeValues: { ':dead': 'dead', ':live': 'live' },
            },
          },
        },
        linkNotice(table, link.id, 'linkDied', now),
      ]);
      return outcome.written;
    },
  };
};

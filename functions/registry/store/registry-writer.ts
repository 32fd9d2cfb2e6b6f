import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Item } from '#shared/table/read-all.ts';
import { transact } from '#shared/table/transact.ts';
import type { RegistryWriter } from '../app/ports.ts';
import { parseResource, writtenLife, writtenResource, writtenSystem } from './registry-items.ts';
import { registryKeys } from './registry-keys.ts';
import { createRegistryStore } from './registry-store.ts';

const atOnce = 25;
const attempts = 5;
const nameItem = z.object({ systemId: z.string() });
const absent = { ConditionExpression: 'attribute_not_exists(pk)' };

/** 台账 as processes write it, under the system role. */
export const createRegistryWriter = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): RegistryWriter => {
  const store = createRegistryStore(client, table);
  const get = async (Key: object): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: { ...Key }, ConsistentRead: true }))).Item;

  /** False when a condition did not hold. */
  const put = async (Item: Item, condition: object): Promise<boolean> => {
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    findSystem: store.findSystem,
    resourcesOf: store.resourcesOf,

    keepSystem: async ({ caseId, ...system }) => {
      const { tenant, organisation, name } = system;
      const nameKey = registryKeys.systemName(tenant, organisation.id, name);
      const write = (name: 'name' | 'other', Item: Item) => ({
        name,
        item: { Put: { TableName: table, Item, ...absent } },
      });
      const { written } = await transact(client, [
        write('name', { ...nameKey, systemId: caseId }),
        write('other', writtenSystem({ ...system, systemId: caseId })),
        write('other', {
          ...registryKeys.organisationSystem(tenant, organisation.id, caseId),
          systemId: caseId,
        }),
      ]);
      return written ? caseId : nameItem.parse(await get(nameKey)).systemId;
    },

    addResources: async (resources) => {
      for (let from = 0; from < resources.length; from += atOnce)
        await Promise.all(
          resources.slice(from, from + atOnce).map((resource) => put(writtenResource(resource), absent)),
        );
    },

    changeResource: async ({ tenant, systemId }, resourceId, change) => {
      const key = registryKeys.resource(tenant, systemId, resourceId);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const item = await get(key);
        if (!item) return undefined;
        const before = parseResource(item);
        const changed = change(before);
        if (!changed) return before;
        const after = { ...changed, revision: before.revision + 1 };
        const unmoved = {
          ConditionExpression: 'revision = :before',
          ExpressionAttributeValues: { ':before': before.revision },
        };
        if (await put(writtenResource(after), unmoved)) return after;
      }
      throw new Error(`the resource ${resourceId} kept changing`);
    },

    note: async (ref, events) => {
      for (const event of events) await put(writtenLife(ref, event), {});
    },
  };
};

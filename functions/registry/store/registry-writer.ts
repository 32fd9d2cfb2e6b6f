import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Key } from '#shared/table/keys.ts';
import { getAll, type Item } from '#shared/table/read-all.ts';
import { type NamedWrite, transact } from '#shared/table/transact.ts';
import type { RegistryWriter, SystemRef } from '../app/ports.ts';
import { movedInUse } from '../domain/in-use.ts';
import type { InUse, Resource } from '../domain/resource.ts';
import {
  countOf,
  parseResource,
  quantityOf,
  writtenLife,
  writtenResource,
  writtenSystem,
} from './registry-items.ts';
import { registryKeys } from './registry-keys.ts';
import { createRegistryStore } from './registry-store.ts';

const atOnce = 50;
const attempts = 5;
type Write = NamedWrite<'resource' | 'system'>;
const nameItem = z.object({ systemId: z.string() });
const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
const freeFrom = (systemId: string) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR systemId = :before',
  ExpressionAttributeValues: { ':before': systemId },
});

/** Adds to what a system counts; nothing where nothing moved. */
const countUpdate = (table: string, Key: Key, moved: readonly InUse[]): readonly Write[] => {
  if (moved.length === 0) return [];
  const sums = moved.flatMap(({ kind, count, quantity }) => [
    [countOf(kind), count] as const,
    [quantityOf(kind), quantity] as const,
  ]);
  return [
    {
      name: 'system',
      item: {
        Update: {
          TableName: table,
          Key,
          UpdateExpression: `ADD ${sums.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: Object.fromEntries(sums.map(([name], index) => [`#n${index}`, name])),
          ExpressionAttributeValues: Object.fromEntries(sums.map(([, sum], index) => [`:n${index}`, sum])),
        },
      },
    },
  ];
};

/** 台账 as processes write it, under the system role. */
export const createRegistryWriter = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): RegistryWriter => {
  const store = createRegistryStore(client, table);
  const get = async (Key: object): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: { ...Key }, ConsistentRead: true }))).Item;

  const putOf = (resource: Resource, condition: object): Write => ({
    name: 'resource',
    item: { Put: { TableName: table, Item: writtenResource(resource), ...condition } },
  });

  /** Writes resources of a system with what the system counts of them, all or none. */
  const written = async (
    { tenant, systemId }: SystemRef,
    changes: Parameters<typeof movedInUse>[0],
    writes: readonly Write[],
  ): Promise<boolean> => {
    const counted = countUpdate(table, registryKeys.system(tenant, systemId), movedInUse(changes));
    const outcome = await transact(client, [...writes, ...counted]);
    if (!outcome.written && outcome.failed.includes('system')) throw new Error(`no system ${systemId}`);
    return outcome.written;
  };

  /** Those that are there already stay as they are. */
  const addChunk = async (resources: readonly Resource[]): Promise<void> => {
    const keyOf = ({ tenant, systemId, resourceId }: Resource) =>
      registryKeys.resource(tenant, systemId, resourceId);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const there = new Set((await getAll(client, table, resources.map(keyOf))).map(({ sk }) => sk));
      const missing = resources.filter((resource) => !there.has(keyOf(resource).sk));
      const [first] = missing;
      if (!first) return;
      const ofSystem = missing.filter(({ systemId }) => systemId === first.systemId);
      await written(
        first,
        ofSystem.map((after) => ({ after })),
        ofSystem.map((resource) => putOf(resource, absent)),
      );
    }
    throw new Error('resources kept being written by others');
  };

  return {
    findSystem: store.findSystem,
    resourcesOf: store.resourcesOf,

    keepSystem: async ({ caseId, insteadOf, ...system }) => {
      const { tenant, organisation, name } = system;
      const nameKey = registryKeys.systemName(tenant, organisation.id, name);
      const write = (name: 'name' | 'other', Item: Item, condition: object = absent) => ({
        name,
        item: { Put: { TableName: table, Item, ...condition } },
      });
      const free = insteadOf === undefined ? absent : freeFrom(insteadOf);
      const outcome = await transact(client, [
        write('name', { ...nameKey, systemId: caseId }, free),
        write('other', writtenSystem({ ...system, systemId: caseId })),
        write('other', {
          ...registryKeys.organisationSystem(tenant, organisation.id, caseId),
          systemId: caseId,
        }),
      ]);
      // It stands since this very case asked for it before, whoever bears the name by now.
      if (outcome.written || outcome.failed.includes('other')) return caseId;
      return nameItem.parse(await get(nameKey)).systemId;
    },

    addResources: async (resources) => {
      for (let from = 0; from < resources.length; from += atOnce)
        await addChunk(resources.slice(from, from + atOnce));
    },

    changeResource: async (ref, resourceId, change) => {
      const key = registryKeys.resource(ref.tenant, ref.systemId, resourceId);
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
        if (await written(ref, [{ before, after }], [putOf(after, unmoved)])) return after;
      }
      throw new Error(`the resource ${resourceId} kept changing`);
    },

    findByName: async (tenant, organisation, name) => {
      const item = await get(registryKeys.systemName(tenant, organisation, name));
      return item && store.findSystem({ tenant, systemId: nameItem.parse(item).systemId });
    },

    closeSystem: async ({ tenant, systemId }, at) => {
      const system = await store.findSystem({ tenant, systemId });
      if (!system) throw new Error(`no system ${systemId} to close`);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: registryKeys.system(tenant, systemId),
          UpdateExpression: 'SET closedAt = if_not_exists(closedAt, :at)',
          ExpressionAttributeValues: { ':at': at },
        }),
      );
      const Key = registryKeys.systemName(tenant, system.organisation.id, system.name);
      const item = await get(Key);
      // Another system may bear the name already.
      if (item && nameItem.parse(item).systemId === systemId)
        await client.send(new DeleteCommand({ TableName: table, Key }));
    },

    note: async (ref, events) => {
      for (const event of events)
        await client.send(new PutCommand({ TableName: table, Item: writtenLife(ref, event) }));
    },
  };
};

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { type Key, keys } from './keys.ts';
import { getAll } from './read-all.ts';
import { readCatalogue, readUnfiled } from './read-catalogue.ts';

const overlayItem = z.object({
  version: z.string(),
  days: z.array(
    z.object({
      date: z.string(),
      kind: z.enum(['holiday', 'workday']),
      reason: z.string(),
      scope: z.exactOptional(z.string()),
    }),
  ),
});
const tenantItem = z.object({ cloudAuthority: z.exactOptional(z.string()) });
const directoryItem = z.object({
  sk: z.string(),
  name: z.string(),
  organisation: z.string(),
  roles: z.array(z.string()),
});

/** City-wide reference under `R#<city>#`, which every role of the city may read. */
export const createReferenceReader = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string) => {
  const read = async (Key: Key, ConsistentRead = false): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead }))).Item;

  return {
    /** In force on a day; with product ids, only those of them that it has. */
    catalogue: (city: string, on: LocalDate, productIds?: readonly string[]) =>
      readCatalogue(client, table, city, on, productIds),
    unfiledCatalogues: (city: string) => readUnfiled(client, table, city),
    calendarOverlay: async (city: string): Promise<CalendarOverlay> => {
      // Consistently: whoever reckons a date after a notice was published must not miss it.
      const item = await read(keys.calendarOverlay(city), true);
      return item ? overlayItem.parse(item) : { version: '0', days: [] };
    },
    authorityDesignated: async (tenant: TenantId): Promise<boolean> => {
      const item = await read(keys.tenantNode(tenant));
      return item !== undefined && tenantItem.parse(item).cloudAuthority !== undefined;
    },
    namesOf: async (members: readonly { readonly tenant: TenantId; readonly membership: string }[]) => {
      const items = await getAll(
        client,
        table,
        members.map(({ tenant, membership }) => keys.directoryEntry(tenant, membership)),
      );
      return new Map(items.map((item) => directoryItem.parse(item)).map(({ sk, ...entry }) => [sk, entry]));
    },
  };
};

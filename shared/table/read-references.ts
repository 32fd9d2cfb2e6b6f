import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { localSettings } from '#shared/contracts/local-settings.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { organisationKind } from '#shared/tenancy/organisations.ts';
import { type Key, keys, organisationPrefix } from './keys.ts';
import { getAll, queryPrefix } from './read-all.ts';
import { readCatalogue, readUnfiled } from './read-catalogue.ts';
import { remembered } from './remembered.ts';

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
const nodeItem = z.object({
  sk: tenantId,
  level: z.enum(['city', 'county']),
  name: z.string(),
  authorityName: z.string(),
  /** Place among the city's nodes as people list them. */
  place: z._default(z.int(), 0),
  suspendedAt: z.exactOptional(z.string()),
});
const organisationItem = z.object({
  id: z.string(),
  name: z.string(),
  kind: organisationKind,
  contract: z.exactOptional(z.string()),
});
const settingsItem = z.object({ ...localSettings.shape, version: z.int() });

/** A tenant as its city's directory has it. */
export interface TenantNode {
  readonly id: TenantId;
  readonly level: 'city' | 'county';
  readonly name: string;
  /** 主管部门. */
  readonly authority: string;
  readonly place: number;
  readonly suspendedAt?: string;
}
export type StoredOrganisation = z.infer<typeof organisationItem>;
export type StoredSettings = z.infer<typeof settingsItem>;

const parseNode = (item: unknown): TenantNode => {
  const { sk, authorityName, ...node } = nodeItem.parse(item);
  return { id: sk, authority: authorityName, ...node };
};

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
    /** The city's own node first, then its counties as people list them. */
    nodesOf: remembered(async (city: string): Promise<readonly TenantNode[]> => {
      const items = await queryPrefix(client, table, keys.tenantNodes(city), `${city}/`);
      return items.map(parseNode).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
    }),
    organisationsOf: async (tenant: TenantId): Promise<readonly StoredOrganisation[]> => {
      const items = await queryPrefix(client, table, keys.directory(tenant), organisationPrefix);
      return items.map((item) => organisationItem.parse(item));
    },
    settingsOf: remembered(async (tenant: TenantId): Promise<StoredSettings | undefined> => {
      const item = await read(keys.localSettings(tenant), true);
      return item && settingsItem.parse(item);
    }),
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

import { cityOf } from '#shared/kernel/tenant.ts';
import { type Key, keys, standingShards } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { AdministrationCommit, AdministrationFact } from '../app/administration-ports.ts';
import { exportItem } from './export-store.ts';
import { openedItems, organisationItem } from './tenant-items.ts';
import { absent, put, unmoved } from './write-parts.ts';

type Write = NamedWrite<AdministrationFact>;

const matterWrites = (table: string, { before, matter }: AdministrationCommit): Write[] =>
  matter
    ? [
        put(
          table,
          keys.tenantMatter(cityOf(before.tenant), matter.id),
          matter,
          matter.version === 1 ? absent : unmoved('version', matter.version - 1),
        ),
      ]
    : [];

const marked = (table: string, Key: Key, since: string | undefined, ConditionExpression?: string): Write => ({
  name: 'content',
  item: {
    Update: {
      TableName: table,
      Key,
      ...(since === undefined
        ? { UpdateExpression: 'REMOVE suspendedAt' }
        : {
            UpdateExpression: 'SET suspendedAt = :since',
            ExpressionAttributeValues: { ':since': since },
          }),
      ...(ConditionExpression === undefined ? {} : { ConditionExpression }),
    },
  },
});

/** The mark in the directory that everybody reads, and those that every command of the county is conditioned on. */
const standingWrites = (table: string, { standing }: AdministrationCommit): Write[] => {
  if (!standing) return [];
  const { tenant, since } = standing;
  return [
    marked(
      table,
      keys.tenantNode(tenant),
      since,
      since === undefined
        ? 'attribute_exists(suspendedAt)'
        : 'attribute_exists(pk) AND attribute_not_exists(suspendedAt)',
    ),
    ...Array.from({ length: standingShards }, (_, shard) =>
      marked(table, keys.standing(tenant, shard), since),
    ),
  ];
};

const settingsWrites = (table: string, { settings }: AdministrationCommit): Write[] =>
  settings
    ? [
        put(
          table,
          keys.localSettings(settings.tenant),
          { ...settings.content, version: settings.version },
          settings.version === 1 ? absent : unmoved('version', settings.version - 1),
        ),
      ]
    : [];

/** What an administrative command writes about a tenant as a whole. */
export const tenantWrites = (table: string, commit: AdministrationCommit): Write[] => [
  ...matterWrites(table, commit),
  ...[
    ...(commit.opened ? openedItems(commit.opened) : []),
    ...(commit.organisation ? [organisationItem(commit.organisation)] : []),
    ...(commit.export ? [exportItem(commit.export)] : []),
  ].map((Item): Write => ({ name: 'content', item: { Put: { TableName: table, Item, ...absent } } })),
  ...standingWrites(table, commit),
  ...settingsWrites(table, commit),
];

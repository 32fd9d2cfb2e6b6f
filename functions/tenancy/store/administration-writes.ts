import { endedPostItems } from '#functions/desks/ports/ended-post.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { actorChecks, idempotencyWrite } from '#shared/table/command-guards.ts';
import { journalItem } from '#shared/table/journal-items.ts';
import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { AdministrationCommit, AdministrationFact } from '../app/administration-ports.ts';
import { membershipItemOf, membershipShadows } from './membership-items.ts';
import { tenantWrites } from './tenant-writes.ts';
import { absent, put, unmoved } from './write-parts.ts';

type Write = NamedWrite<AdministrationFact>;
/** What every administrative change writes, whatever it changes. */
type Journaled = Pick<AdministrationCommit, 'before' | 'administrators' | 'entry'>;

const rosterWrite = (table: string, { before, administrators, entry }: Journaled): NamedWrite<'roster'> => ({
  name: 'roster',
  item: {
    Put: {
      TableName: table,
      Item: {
        ...keys.roster(before.tenant),
        ...before,
        version: before.version + 1,
        head: { seq: entry.content.seq, hash: entry.hash },
        administrators,
      },
      ...unmoved('version', before.version),
    },
  },
});

const entryWrite = (table: string, { before, entry }: Journaled, wallMs: number): NamedWrite<'roster'> => {
  const Item = journalItem(keys.administrationEntry(before.tenant, entry.content.seq), entry, wallMs);
  return { name: 'roster', item: { Put: { TableName: table, Item, ...absent } } };
};

/** The next entry of a tenant's journal of administration, and the roster that its head lies in. */
export const journalWrites = (
  table: string,
  journaled: Journaled,
  wallMs: number,
): NamedWrite<'roster'>[] => [rosterWrite(table, journaled), entryWrite(table, journaled, wallMs)];

const grantWrites = (table: string, { before, grant }: AdministrationCommit): Write[] =>
  grant
    ? [
        put(
          table,
          keys.grant(before.tenant, grant.id),
          grant,
          grant.version === 1 ? absent : unmoved('version', grant.version - 1),
        ),
      ]
    : [];

const membershipWrites = (
  table: string,
  { membership, replaces }: AdministrationCommit,
  wallMs: number,
): Write[] => {
  if (!membership) return [];
  const Item = membershipItemOf(membership);
  const condition = replaces === undefined ? absent : unmoved('grantsVersion', replaces.grantsVersion);
  return [
    { name: 'content', item: { Put: { TableName: table, Item, ...condition } } },
    ...membershipShadows(membership).map(
      (shadow): Write => ({ name: 'content', item: { Put: { TableName: table, Item: shadow } } }),
    ),
    ...(replaces ? endedPostItems(replaces, membership, membership.since, wallMs) : []).map(
      (handOver): Write => ({ name: 'content', item: { Put: { TableName: table, Item: handOver } } }),
    ),
  ];
};

const contactWrites = (table: string, { before, contact }: AdministrationCommit): Write[] =>
  contact ? [put(table, keys.contact(before.tenant, contact.membershipId), { phone: contact.phone })] : [];

const hostWrites = (table: string, { before, hosts }: AdministrationCommit): Write[] =>
  hosts
    ? [
        put(
          table,
          keys.outboundHosts(cityOf(before.tenant)),
          hosts,
          hosts.version === 1 ? absent : unmoved('version', hosts.version - 1),
        ),
      ]
    : [];

/** The items of one administrative command's transaction; every condition is named after the fact that it protects. */
export const administrationWrites = (
  table: string,
  commit: AdministrationCommit,
  wallMs: number,
): Write[] => [
  ...journalWrites(table, commit, wallMs),
  ...grantWrites(table, commit),
  ...membershipWrites(table, commit, wallMs),
  ...contactWrites(table, commit),
  ...hostWrites(table, commit),
  ...tenantWrites(table, commit),
  ...actorChecks(table, commit.actor),
  ...(commit.idempotency ? [idempotencyWrite(table, commit.idempotency, wallMs)] : []),
];

import { endedPostItems } from '#functions/desks/ports/ended-post.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { actorChecks, idempotencyWrite } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { AdministrationCommit, AdministrationFact } from '../app/administration-ports.ts';
import { journalWrites } from './journal-writes.ts';
import { membershipItemOf, membershipShadows } from './membership-items.ts';
import { tenantWrites } from './tenant-writes.ts';
import { absent, put, unmoved } from './write-parts.ts';

type Write = NamedWrite<AdministrationFact>;
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

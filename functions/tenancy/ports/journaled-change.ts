import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { actorChecks } from '#shared/table/command-guards.ts';
import { type NamedWrite, type TransactOutcome, transact } from '#shared/table/transact.ts';
import { nextAdministrationEntry, type PublishedChange } from '../app/administration-entry.ts';
import type { DeskChange } from '../app/desk-change.ts';
import { journalWrites } from '../store/journal-writes.ts';
import { loadRoster } from '../store/roster-items.ts';

export type { DeskChange, PublishedChange };

export interface JournaledChange {
  /** In whose journal of administration it stands. */
  readonly tenant: TenantId;
  /** Absent at the command line of the installation. */
  readonly actor?: Actor;
  readonly at: string;
  readonly change: PublishedChange | DeskChange;
}

/** Changes of one tenant that meet are entered one after the other, tried again so often. */
const attempts = 8;

/**
 * The one way to change what a tenant publishes for its people, and who stands in for whom in it: the change, its entry in the tenant's journal of
 * administration and the actor's standing, in one transaction. Answers which of the change's own conditions, or of the
 * actor's, did not hold; none of them when others kept coming first.
 */
export const writeJournaled = async <Fact extends string>(
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  { tenant, actor, at, change }: JournaledChange,
  writes: readonly NamedWrite<Fact>[],
): Promise<TransactOutcome<Fact | ActorFact>> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await loadRoster(client, table, tenant);
    const entry = nextAdministrationEntry(before, change, actor, at);
    const journaled = { before, administrators: before.administrators, entry };
    const outcome = await transact<Fact | ActorFact | 'roster'>(client, [
      ...writes,
      ...journalWrites(table, journaled, Date.now()),
      ...(actor ? actorChecks(table, actor) : []),
    ]);
    if (outcome.written) return outcome;
    const failed = outcome.failed.filter((fact): fact is Fact | ActorFact => fact !== 'roster');
    if (failed.length > 0) return { written: false, failed };
  }
  return { written: false, failed: [] };
};

import { journalItem } from '#shared/table/journal-items.ts';
import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { AdministrationCommit } from '../app/administration-ports.ts';
import { absent, unmoved } from './write-parts.ts';

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

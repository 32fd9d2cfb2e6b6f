import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { idempotencyWrite, membershipCheck } from '#shared/table/command-guards.ts';
import { journalItem } from '#shared/table/journal-items.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CatalogueCommit, CatalogueFact } from '../app/ports.ts';

type Write = NamedWrite<CatalogueFact>;

/** Half of what an item may hold, so that a draft of any size is a few items of one transaction. */
const partBytes = 200_000;

/** A draft's products cut into items. */
const partsOf = (products: readonly CatalogueProduct[]): readonly (readonly CatalogueProduct[])[] => {
  const parts: CatalogueProduct[][] = [[]];
  let size = 0;
  for (const product of products) {
    const bytes = Buffer.byteLength(JSON.stringify(product));
    if (size + bytes > partBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(product);
    size += bytes;
  }
  return parts;
};

const put = (table: string, key: Key, content: object): Write => ({
  name: 'other',
  item: { Put: { TableName: table, Item: { ...key, ...content } } },
});

const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
const unmoved = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const headWrite = (table: string, { before, after, entry }: CatalogueCommit, draftParts: number): Write => {
  const { city, ...facts } = after;
  const head = { seq: entry.content.seq, hash: entry.hash };
  const Item = { ...keys.catalogueHead(city), ...facts, draftParts, head };
  const condition = before.head ? unmoved(before.state.version) : absent;
  return { name: 'version', item: { Put: { TableName: table, Item, ...condition } } };
};

const entryWrite = (table: string, { after, entry }: CatalogueCommit, wallMs: number): Write => {
  const Item = journalItem(keys.catalogueEntry(after.city, entry.content.seq), entry, wallMs);
  return { name: 'version', item: { Put: { TableName: table, Item, ...absent } } };
};

/** The items of one command's transaction. */
export const commitWrites = (table: string, commit: CatalogueCommit, wallMs: number): readonly Write[] => {
  const { before, after, draft, record, standards, actor, idempotency } = commit;
  const { city } = after;
  const parts = draft ? partsOf(draft) : [];
  const kept = after.draft ? before.draftParts : 0;
  const draftParts = draft ? parts.length : kept;
  return [
    headWrite(table, commit, draftParts),
    entryWrite(table, commit, wallMs),
    membershipCheck(table, actor),
    ...parts.map((products, part) => put(table, keys.catalogueDraft(city, part), { products })),
    ...(record ? [put(table, keys.catalogueVersion(city, record.version), record)] : []),
    ...(standards ? [put(table, keys.catalogueStandards(city), standards)] : []),
    ...(idempotency ? [idempotencyWrite(table, idempotency, wallMs)] : []),
  ];
};

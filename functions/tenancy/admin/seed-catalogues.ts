import type { Json } from '#shared/kernel/canonical-json.ts';
import {
  type ChainedEntry,
  chainHash,
  genesisHash,
  type JournalContent,
} from '#shared/kernel/journal-chain.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import { catalogueRows } from '#shared/table/catalogue-rows.ts';
import { journalItem } from '#shared/table/journal-items.ts';
import { keys } from '#shared/table/keys.ts';
import { demoCatalogue, kaifengCatalogue, kaifengStandards } from '#shared/tenancy/demo-catalogue.ts';

type Item = Record<string, unknown>;

const releasedAt = '2026-04-28T01:00:00.000Z';
const recordedAt = '2026-04-30T02:30:00.000Z';
const content = 'seed';

/** A story told to the journal, one entry per event. */
const chain = (
  city: string,
  events: readonly { readonly at: string; readonly by: string; readonly event: Json }[],
): readonly ChainedEntry[] => {
  const entries: ChainedEntry[] = [];
  for (const { at, by, event } of events) {
    const entry: JournalContent = {
      seq: entries.length + 1,
      at,
      actor: { person: by, membership: by, tenant: `${city}/_city` },
      event,
    };
    entries.push({ content: entry, hash: chainHash(entries.at(-1)?.hash ?? genesisHash, entry) });
  }
  return entries;
};

interface Story {
  readonly city: string;
  readonly catalogue: Catalogue;
  readonly draftedBy: string;
  readonly releasedBy: string;
  readonly filing?: { readonly number: string; readonly filedOn: string; readonly recordedBy: string };
  readonly standards?: {
    readonly document: string;
    readonly setBy: string;
    readonly items: readonly object[];
  };
}

/** A city's first version as people would have released, filed and bounded it. */
const itemsOf = (
  { city, catalogue, draftedBy, releasedBy, filing, standards }: Story,
  now: Date,
): readonly Item[] => {
  const { version, effectiveFrom = '', products } = catalogue;
  const { buckets, items } = catalogueRows(city, content, products);
  const count = products.length;
  const changes = { added: count, changed: 0, retired: 0 };
  const entries = chain(city, [
    {
      at: releasedAt,
      by: releasedBy,
      event: { type: 'VersionReleased', version, effectiveFrom, count, changes },
    },
    ...(filing
      ? [
          {
            at: recordedAt,
            by: filing.recordedBy,
            event: { type: 'VersionFiled', version, number: filing.number, filedOn: filing.filedOn },
          },
        ]
      : []),
    ...(standards
      ? [
          {
            at: recordedAt,
            by: standards.setBy,
            event: { type: 'StandardsSet', document: standards.document, count: standards.items.length },
          },
        ]
      : []),
  ]);
  return [
    ...items.map((item): Item => ({ ...item })),
    {
      ...keys.catalogueVersion(city, version),
      ...{
        version,
        ordinal: 1,
        effectiveFrom,
        releasedAt,
        releasedBy,
        draftedBy: [draftedBy],
        count,
        changes,
      },
      rows: { content, buckets },
      ...(filing ? { filing: { ...filing, recordedAt } } : {}),
    },
    ...(standards ? [{ ...keys.catalogueStandards(city), ...standards, setAt: recordedAt }] : []),
    ...entries.map((entry) =>
      journalItem(keys.catalogueEntry(city, entry.content.seq), entry, now.getTime()),
    ),
    {
      ...keys.catalogueHead(city),
      version: entries.length,
      released: [{ version, ordinal: 1, effectiveFrom, filed: true, content, buckets }],
      unfiled: [],
      draftParts: 0,
      head: { seq: entries.length, hash: entries.at(-1)?.hash },
    },
  ];
};

/** Each city's demo catalogue with its history. */
export const demoCatalogueItems = (now: Date): readonly Item[] => [
  ...itemsOf(
    {
      city: 'yancheng',
      catalogue: demoCatalogue,
      draftedBy: 'yancheng-operator',
      releasedBy: 'yancheng-leader',
      filing: { number: '演示备〔2026〕1号', filedOn: '2026-04-30', recordedBy: 'yancheng-authority' },
    },
    now,
  ),
  ...itemsOf(
    {
      city: 'kaifeng',
      catalogue: kaifengCatalogue,
      draftedBy: 'kaifeng-officer',
      releasedBy: 'kaifeng-authority',
      standards: { ...kaifengStandards, setBy: 'kaifeng-finance' },
    },
    now,
  ),
];

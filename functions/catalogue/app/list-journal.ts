import * as z from 'zod/mini';
import type { Actor } from '#shared/kernel/actor.ts';
import { type ChainedEntry, findChainBreak, genesisHash } from '#shared/kernel/journal-chain.ts';
import { accept } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CatalogueServices, CatalogueStore } from './ports.ts';
import { whoOf } from './view-versions.ts';

const pageSize = 50;
/** Above every sequence number that a key can hold. */
const beyond = 1_000_000;

const keptContent = z.object({
  actor: z.exactOptional(z.object({ membership: z.string() })),
  event: z.catchall(z.object({ type: z.string() }), z.json()),
});
type KeptEvent = z.infer<typeof keptContent>['event'];

const sentences: Readonly<Record<string, (event: KeptEvent) => string>> = {
  DraftSaved: ({ effectiveFrom, count }) =>
    `保存目录草案，拟自 ${String(effectiveFrom)} 起执行，共 ${String(count)} 项`,
  VersionReleased: ({ version, effectiveFrom, count }) =>
    `发布目录 ${String(version)}，自 ${String(effectiveFrom)} 起执行，共 ${String(count)} 项`,
  VersionFiled: ({ version, number, filedOn }) =>
    `登记目录 ${String(version)} 备案，备案号 ${String(number)}，备案日期 ${String(filedOn)}`,
  StandardsSet: ({ document, count }) => `按 ${String(document)} 制定支出预算标准，共 ${String(count)} 项`,
};

/** 目录留痕, newest first; people by their present names. */
export const listJournal = async (
  { store, namesOf }: CatalogueServices,
  actor: Actor,
  before: number | undefined,
) => {
  const city = cityOf(actor.tenant);
  const entries = await store.entriesBefore(city, before ?? beyond, pageSize);
  const read = entries.map((entry) => ({ entry, kept: keptContent.parse(entry.content) }));
  const ids = [...new Set(read.flatMap(({ kept }) => kept.actor?.membership ?? []))];
  const names = await namesOf(city, ids);
  const last = entries.at(-1)?.content.seq ?? 1;
  return accept({
    items: read.map(({ entry, kept }) => {
      const who = whoOf(names, kept.actor?.membership);
      const { seq, at } = entry.content;
      const text = sentences[kept.event.type]?.(kept.event) ?? kept.event.type;
      return { seq, at, text, ...(who ? { actor: who } : {}), hash: entry.hash };
    }),
    ...(last > 1 ? { nextBefore: last } : {}),
  });
};

const allEntries = async (store: CatalogueStore, city: string): Promise<ChainedEntry[]> => {
  const entries: ChainedEntry[] = [];
  let before = beyond;
  for (;;) {
    const page = await store.entriesBefore(city, before, 200);
    entries.push(...page);
    const last = page.at(-1);
    if (!last) return entries.reverse();
    before = last.content.seq;
  }
};

/** Recomputes the city's chain; one that moves meanwhile is looked at again. */
export const verifyJournal = async ({ store }: CatalogueServices, actor: Actor) => {
  const city = cityOf(actor.tenant);
  const none = { seq: 0, hash: genesisHash };
  let head = (await store.load(city)).head ?? none;
  for (;;) {
    const entries = await allEntries(store, city);
    const broken = findChainBreak(entries, head);
    const now = broken && ((await store.load(city)).head ?? none);
    if (now === undefined || now.hash === head.hash)
      return accept({
        intact: broken === undefined,
        entries: entries.length,
        headHash: head.hash,
        ...(broken ? { firstBroken: broken } : {}),
      });
    head = now;
  }
};

import { type AnchorVerification, verifyAnchors } from '#shared/kernel/anchor/verify-anchors.ts';
import { isEntry, itemsOf, seqOf } from './journal-lines.ts';
import { isProcessJournal, nameOfProcess, processAt } from './process-journals.ts';
import { manifestOf, type UnpackedVolume } from './verify-archive.ts';

const casePrefix = 'C#';
const ownJournals: Readonly<Record<string, { readonly journal: string; readonly name: string }>> = {
  'administration.jsonl': { journal: 'ADMINISTRATION', name: '管理留痕' },
  'catalogue.jsonl': { journal: 'R#CATALOGUE', name: '目录留痕' },
};

const journalAt = (path: string): string | undefined =>
  path.startsWith('cases/')
    ? `${casePrefix}${path.slice('cases/'.length, -'.jsonl'.length)}`
    : (processAt(path) ?? ownJournals[path]?.journal);

const hashesOf = (bytes: Uint8Array): ReadonlyMap<number, string> =>
  new Map(
    itemsOf(bytes)
      .filter(isEntry)
      .map((item) => [seqOf(item), String(item['hash'])]),
  );

const journalsOf = (volumes: readonly UnpackedVolume[]) =>
  new Map(
    volumes.flatMap((volume) =>
      [...volume].flatMap(([path, bytes]) => {
        const journal = journalAt(path);
        return journal === undefined ? [] : [[journal, hashesOf(bytes)] as const];
      }),
    ),
  );

/**
 * Holds an archive's journals against copies of the anchors from the locked bucket.
 * @param documents what the copies say, as parsed from JSON
 * @param newest number of the tenant's newest anchor in the bucket, where the auditor has looked
 */
export const verifyRoots = (
  volumes: readonly UnpackedVolume[],
  documents: readonly unknown[],
  newest?: number,
): AnchorVerification => {
  const manifest = manifestOf(volumes);
  if (!manifest) return { summary: '没有找到 manifest.json', problems: ['缺少最后一卷，不知道是谁的导出。'] };
  const named = new Map(Object.values(ownJournals).map(({ journal, name }) => [journal, name]));
  return verifyAnchors(
    {
      tenant: manifest.tenant,
      begunAt: manifest.begunAt,
      volumes: manifest.volumes.length,
      journals: journalsOf(volumes),
      covers: (journal) => journal.startsWith(casePrefix) || isProcessJournal(journal) || named.has(journal),
      nameOf: (journal) =>
        journal.startsWith(casePrefix)
          ? `办件 ${journal.slice(casePrefix.length)}`
          : (named.get(journal) ?? nameOfProcess(journal)),
    },
    documents,
    newest,
  );
};

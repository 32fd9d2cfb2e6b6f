import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Attachment } from '#functions/cases/app/files/attachment.ts';
import { formDigest } from '#functions/cases/app/read-form.ts';
import { type ChainedEntry, findChainBreak } from '#shared/kernel/journal-chain.ts';
import { type ArchiveIndex, type ArchiveManifest, archiveIndex, archiveManifest } from './archive.ts';
import type { RawItem } from './export-job.ts';
import { isEntry, isHeader, itemsOf } from './journal-lines.ts';
import { nameOfProcess, processAt } from './process-journals.ts';

/** Paths to contents of one volume. */
export type UnpackedVolume = ReadonlyMap<string, Uint8Array>;

export interface Verification {
  readonly summary: string;
  /** What is missing or altered, each in one Chinese sentence; empty when the archive is whole. */
  readonly problems: readonly string[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const breakWords = { missing: '缺失', altered: '被改动', 'head-differs': '与链头不符' } as const;

const headed = z.object({
  head: z.object({ seq: z.int(), hash: z.string() }),
  salt: z.exactOptional(z.string()),
});
const entryItem = z.object({
  content: z.looseObject({ seq: z.int(), at: z.string() }),
  hash: z.string(),
});
const sections = z.array(z.any());
const attachments = z.array(
  z.custom<Attachment>(
    (value) => typeof value === 'object' && value !== null && 'attachmentId' in value && 'sha256' in value,
  ),
);
const roundItem = z.object({
  round: z.int(),
  digest: z.string(),
  sections,
  attachments: z.object({ items: attachments }),
});

/** A journal from its items against the head that its first item keeps. */
const chainProblems = (name: string, items: readonly RawItem[]): string[] => {
  const header = items.find(isHeader);
  if (!header) return [`${name}：缺少链头。`];
  const entries = items.filter(isEntry).map((item) => entryItem.parse(item) as ChainedEntry);
  const broken = findChainBreak(entries, headed.parse(header).head);
  return broken ? [`${name}：留痕第 ${broken.seq} 条${breakWords[broken.reason]}。`] : [];
};

/** Every submitted round against the digest that was confirmed; only with its salt can it be recomputed. */
const roundProblems = (name: string, items: readonly RawItem[]): string[] => {
  const header = items.find(({ sk }) => sk === 'A#HEADER');
  const { salt } = headed.parse(header);
  const journal = items.filter(isEntry).map((item) => JSON.stringify(item['content']));
  return items
    .filter(({ sk }) => sk.startsWith('FORM#'))
    .flatMap((item) => {
      const round = roundItem.parse(item);
      const confirmed = journal.some((content) => content.includes(round.digest));
      const personal = items.find(({ sk }) => sk === item.sk.replace('FORM#', 'PERSONAL#'));
      const all = [...round.sections, ...z.object({ sections }).parse(personal ?? { sections: [] }).sections];
      const whole = salt === undefined || formDigest(all, round.attachments.items, salt) === round.digest;
      return confirmed && whole ? [] : [`${name}：第 ${round.round} 轮提交的材料与留痕中的摘要不符。`];
    });
};

const isCase = (path: string): boolean => path.startsWith('cases/');
const caseOf = (path: string): string => path.replace(/^cases\/|\.jsonl$/g, '');

const readIndex = (volume: UnpackedVolume): ArchiveIndex => {
  const bytes = volume.get('index.json');
  return bytes ? archiveIndex.parse(JSON.parse(textOf(bytes))) : { entries: [], omitted: [] };
};

const volumeProblems = (volume: UnpackedVolume, number: number): string[] => {
  const { entries } = readIndex(volume);
  const listed = new Map(entries.map((entry) => [entry.path, entry.sha256]));
  return [
    ...entries.filter(({ path }) => !volume.has(path)).map(({ path }) => `第 ${number} 卷：缺失 ${path}。`),
    ...[...volume].flatMap(([path, bytes]) => {
      if (path === 'index.json' || path === 'manifest.json') return [];
      const expected = listed.get(path);
      if (expected === undefined) return [`第 ${number} 卷：多出 ${path}。`];
      return sha256(bytes) === expected ? [] : [`第 ${number} 卷：${path} 被改动。`];
    }),
  ];
};

const wordItem = z.object({ files: attachments });

/** Files that an item of a case names: a submitted round's, or those that go with a word 附言. */
const filesIn = (item: RawItem): readonly Attachment[] => {
  if (item.sk.startsWith('FORM#')) return roundItem.parse(item).attachments.items;
  return item.sk.startsWith('CMT#') ? wordItem.parse(item).files : [];
};

/** Files that a case names must be in the archive, or be left out by their digest. */
const attachmentProblems = (path: string, bytes: Uint8Array, known: ReadonlyMap<string, string>): string[] =>
  itemsOf(bytes)
    .flatMap(filesIn)
    .filter(
      ({ attachmentId, sha256: digest }) => known.get(`files/${caseOf(path)}/${attachmentId}`) !== digest,
    )
    .map(({ attachmentId }) => `办件 ${caseOf(path)}：附件 ${attachmentId} 缺失或与登记的摘要不符。`);

const caseProblems = (path: string, bytes: Uint8Array, known: ReadonlyMap<string, string>): string[] => {
  const name = caseOf(path);
  try {
    const items = itemsOf(bytes);
    const chain = chainProblems(`办件 ${name}`, items);
    return chain.length > 0 && !items.some(({ sk }) => sk === 'A#HEADER')
      ? chain
      : [...chain, ...roundProblems(`办件 ${name}`, items), ...attachmentProblems(path, bytes, known)];
  } catch {
    return [`办件 ${name}：内容无法读取。`];
  }
};

const journalProblems = (name: string, bytes: Uint8Array): string[] => {
  try {
    return chainProblems(name, itemsOf(bytes));
  } catch {
    return [`${name}：内容无法读取。`];
  }
};

/** Digests of all that the volumes hold, and of what was left out, by path. */
const digestsOf = (volumes: readonly UnpackedVolume[]): ReadonlyMap<string, string> =>
  new Map(
    volumes.flatMap((volume) => {
      const { entries, omitted } = readIndex(volume);
      return [...entries, ...omitted].map((one) => [one.path, one.sha256] as const);
    }),
  );

const readManifest = (given: readonly UnpackedVolume[]): ArchiveManifest | string => {
  const told = given.find((volume) => volume.has('manifest.json'))?.get('manifest.json');
  if (!told) return '缺少最后一卷（其中有 manifest.json）。';
  try {
    return archiveManifest.parse(JSON.parse(textOf(told)));
  } catch {
    return 'manifest.json 被改动，无法读取。';
  }
};

/** The manifest of an archive's last volume; undefined where there is none that can be read. */
export const manifestOf = (volumes: readonly UnpackedVolume[]): ArchiveManifest | undefined => {
  const manifest = readManifest(volumes);
  return typeof manifest === 'string' ? undefined : manifest;
};

/** Recomputes everything that an archive says of itself, with nothing but its volumes, in any order. */
export const verifyArchive = (given: readonly UnpackedVolume[]): Verification => {
  const manifest = readManifest(given);
  if (typeof manifest === 'string') return { summary: '没有找到可读的 manifest.json', problems: [manifest] };
  const byIndex = new Map(
    given.map((volume) => [sha256(volume.get('index.json') ?? new Uint8Array()), volume]),
  );
  const volumes = manifest.volumes.flatMap((index) => byIndex.get(index) ?? []);
  const missing = manifest.volumes.flatMap((index, at) =>
    byIndex.has(index) ? [] : [`第 ${at + 1} 卷缺失，或其目录被改动。`],
  );
  const cases = volumes.flatMap((volume) => [...volume].filter(([path]) => isCase(path)));
  const processes = volumes.flatMap((volume) =>
    [...volume].flatMap(([path, bytes]) => {
      const journal = processAt(path);
      return journal === undefined ? [] : [{ name: nameOfProcess(journal), bytes }];
    }),
  );
  const catalogue = volumes.at(-1)?.get('catalogue.jsonl');
  const administration = volumes.at(-1)?.get('administration.jsonl');
  const known = digestsOf(volumes);
  const problems = [
    ...missing,
    ...volumes.flatMap((volume, at) => volumeProblems(volume, at + 1)),
    ...cases.flatMap(([path, bytes]) => caseProblems(path, bytes, known)),
    ...processes.flatMap(({ name, bytes }) => journalProblems(name, bytes)),
    ...(administration ? journalProblems('管理留痕', administration) : ['缺失管理留痕。']),
    ...(catalogue ? journalProblems('目录留痕', catalogue) : []),
    ...(cases.length === manifest.cases ? [] : [`应有 ${manifest.cases} 件办件，实有 ${cases.length} 件。`]),
    ...(processes.length === manifest.processes
      ? []
      : [`应有 ${manifest.processes} 项办后事项，实有 ${processes.length} 项。`]),
  ];
  const omitted = volumes.reduce((sum, volume) => sum + readIndex(volume).omitted.length, 0);
  const summary = `${manifest.tenantName}（${manifest.tenant}），${manifest.requestedAt} 导出，${manifest.personal ? '含' : '不含'}个人信息：${volumes.length} 卷、${cases.length} 件办件、${processes.length} 项办后事项${omitted > 0 ? `，${omitted} 个附件原件未附` : ''}`;
  return { summary, problems };
};

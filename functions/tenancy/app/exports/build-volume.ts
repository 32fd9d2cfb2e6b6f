import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { WallClock } from '#shared/kernel/clock.ts';
import { type ArchiveIndex, archiveFormat, type PackVolume } from './archive.ts';
import type { ExportFiles, ExportJob, ExportStore, RawItem, TenantContents } from './export-job.ts';
import { isEntry, isHeader, seqOf } from './journal-lines.ts';
import { maskItem } from './mask-item.ts';
import { pathOfProcess } from './process-journals.ts';

export interface VolumeServices {
  readonly exports: Pick<ExportStore, 'find' | 'advance'>;
  readonly contents: TenantContents;
  readonly files: ExportFiles;
  readonly pack: PackVolume;
  readonly clock: WallClock;
}

/** A volume is closed once it holds so much, or has taken so long; a function has 512 MB and two minutes. */
const bytesFull = 48 * 1024 * 1024;
const millisecondsFull = 45_000;
const casesAtOnce = 25;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const attachment = z.object({
  attachmentId: z.string(),
  versionId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
});
const sheetOf = z.object({ items: z.array(attachment) });

/** What the draft and every submitted round hold and what goes with words 附言, each file once. */
const attachmentsOf = (items: readonly RawItem[]) => {
  const sheets = items.flatMap((item) => {
    if (item.sk === 'ATTACHMENTS') return [sheetOf.parse(item)];
    if (item.sk.startsWith('CMT#')) return [sheetOf.parse({ items: item['files'] })];
    return item.sk.startsWith('FORM#') ? [sheetOf.parse(item['attachments'])] : [];
  });
  const all = sheets.flatMap((sheet) => sheet.items);
  return [...new Map(all.map((one) => [one.attachmentId, one])).values()];
};

/** Journal entries that were written after the header was read belong to the next export. */
const upToHead = (items: readonly RawItem[]): readonly RawItem[] => {
  const { seq } = z.object({ seq: z.int() }).parse(items.find(isHeader)?.['head']);
  return items.filter((item) => !isEntry(item) || seqOf(item) <= seq);
};

class VolumeUnderWay {
  readonly #files = new Map<string, Uint8Array>();
  readonly #entries: ArchiveIndex['entries'][number][] = [];
  readonly #omitted: ArchiveIndex['omitted'][number][] = [];
  #bytes = 0;

  add(path: string, content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#files.set(path, bytes);
    this.#entries.push({ path, sha256: sha256(bytes) });
    this.#bytes += bytes.length;
  }

  omit(path: string, digest: string): void {
    this.#omitted.push({ path, sha256: digest });
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Everything with its table of contents. */
  close(): { readonly files: Map<string, Uint8Array>; readonly index: string } {
    const index = JSON.stringify({ entries: this.#entries, omitted: this.#omitted });
    return { files: this.#files.set('index.json', Buffer.from(index)), index: sha256(index) };
  }
}

const linesOf = (items: readonly RawItem[], { personal }: ExportJob): string =>
  upToHead(items)
    .map((item) => `${JSON.stringify(personal ? item : maskItem(item))}\n`)
    .join('');

const addCase = async (services: VolumeServices, job: ExportJob, volume: VolumeUnderWay, caseId: string) => {
  const items = await services.contents.caseItems(job.tenant, caseId);
  volume.add(`cases/${caseId}.jsonl`, linesOf(items, job));
  for (const { attachmentId, versionId, sha256: digest } of attachmentsOf(items)) {
    const path = `files/${caseId}/${attachmentId}`;
    if (job.personal)
      volume.add(path, await services.files.attachment(job.tenant, caseId, attachmentId, versionId));
    else volume.omit(path, digest);
  }
};

/** Journals that belong to no case; a city without a catalogue has no journal of it. */
const addOwnJournals = async ({ contents }: VolumeServices, job: ExportJob, volume: VolumeUnderWay) => {
  volume.add('administration.jsonl', linesOf(await contents.administrationItems(job.tenant), job));
  const catalogue = await contents.catalogueItems(job.tenant);
  if (catalogue.length > 0) volume.add('catalogue.jsonl', linesOf(catalogue, job));
};

interface Packed {
  readonly count: number;
  /** The last one packed, where the volume was full behind it. */
  readonly after?: string;
}
type IsFull = () => boolean;

const fillCases = async (
  services: VolumeServices,
  job: ExportJob,
  volume: VolumeUnderWay,
  isFull: IsFull,
): Promise<Packed> => {
  let { after } = job;
  let count = 0;
  for (;;) {
    const ids = await services.contents.listCases(job.tenant, after, casesAtOnce);
    for (const caseId of ids) {
      await addCase(services, job, volume, caseId);
      count += 1;
      after = caseId;
      if (isFull()) return { count, after };
    }
    if (ids.length < casesAtOnce) return { count };
  }
};

const fillProcesses = async (
  { contents }: VolumeServices,
  job: ExportJob,
  volume: VolumeUnderWay,
  isFull: IsFull,
): Promise<Packed> => {
  const journals = (await contents.listProcesses(job.tenant)).filter(
    (name) => name > (job.processAfter ?? ''),
  );
  for (const [index, journal] of journals.entries()) {
    volume.add(pathOfProcess(journal), linesOf(await contents.processItems(job.tenant, journal), job));
    if (isFull()) return { count: index + 1, after: journal };
  }
  return { count: journals.length };
};

type Place = Pick<ExportJob, 'after' | 'processAfter'>;

/** Packs cases, then processes, until the volume is full; answers the place behind them, none at the end. */
const fill = async (
  services: VolumeServices,
  job: ExportJob,
  volume: VolumeUnderWay,
): Promise<{ readonly cases: number; readonly processes: number; readonly place?: Place }> => {
  const until = services.clock.now().getTime() + millisecondsFull;
  const isFull = (): boolean => volume.bytes > bytesFull || services.clock.now().getTime() > until;
  const cases: Packed =
    job.processAfter === undefined ? await fillCases(services, job, volume, isFull) : { count: 0 };
  if (cases.after !== undefined) return { cases: cases.count, processes: 0, place: { after: cases.after } };
  const { count: processes, after } = await fillProcesses(services, job, volume, isFull);
  return {
    cases: cases.count,
    processes,
    ...(after === undefined ? {} : { place: { processAfter: after } }),
  };
};

const manifestOf = (
  job: ExportJob & { readonly begunAt: string },
  { cases, processes }: { readonly cases: number; readonly processes: number },
  indexes: readonly string[],
): string =>
  JSON.stringify(
    {
      format: archiveFormat,
      tenant: job.tenant,
      tenantName: job.tenantName,
      personal: job.personal,
      requestedAt: job.requestedAt,
      begunAt: job.begunAt,
      exportId: job.id,
      cases,
      processes,
      volumes: indexes,
    },
    null,
    2,
  );

/**
 * Builds the next volume of an export and moves the job on. Run again after a crash it builds that volume again, or the
 * one after it.
 * @returns whether another volume follows
 */
export const buildVolume = async (
  services: VolumeServices,
  { tenant, id }: Pick<ExportJob, 'tenant' | 'id'>,
): Promise<boolean> => {
  const found = await services.exports.find(tenant, id);
  if (!found || found.state === 'done') return false;
  const job = {
    ...found,
    begunAt: found.begunAt ?? services.clock.now().toISOString(),
    total: found.total ?? (await services.contents.countCases(tenant)),
  };
  const volume = new VolumeUnderWay();
  const { place, ...packed } = await fill(services, job, volume);
  const done = place === undefined;
  const counts = {
    cases: job.cases + packed.cases,
    processes: (job.processes ?? 0) + packed.processes,
  };
  if (done) await addOwnJournals(services, job, volume);
  const { files, index } = volume.close();
  if (done)
    files.set(
      'manifest.json',
      Buffer.from(manifestOf(job, counts, [...job.volumes.map((one) => one.index), index])),
    );
  const bytes = services.pack(files);
  const digest = sha256(bytes);
  // Of two runs over one volume the slower writes beside the other, not over it.
  const name = `${String(job.volumes.length + 1).padStart(3, '0')}-${digest.slice(0, 12)}.zip`;
  await services.files.putVolume(job, name, bytes);
  const { after: _after, processAfter: _processAfter, ...rest } = job;
  const next: ExportJob = {
    ...rest,
    ...place,
    ...counts,
    volumes: [...job.volumes, { name, size: bytes.length, sha256: digest, index }],
    ...(done ? { state: 'done' as const, finishedAt: services.clock.now().toISOString() } : {}),
  };
  const moved = await services.exports.advance(next, job.volumes.length);
  return moved && !done;
};

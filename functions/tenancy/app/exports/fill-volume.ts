import * as z from 'zod/mini';
import type { WallClock } from '#shared/kernel/clock.ts';
import type { ExportFiles, ExportJob, FileToPack, RawItem, TenantContents } from './export-job.ts';
import { isEntry, isHeader, seqOf } from './journal-lines.ts';
import { maskItem } from './mask-item.ts';
import { pathOfProcess } from './process-journals.ts';
import type { VolumeUnderWay } from './volume-under-way.ts';

export interface FillServices {
  readonly contents: TenantContents;
  readonly files: ExportFiles;
  readonly clock: WallClock;
}

/** A volume is closed behind the file with which it holds so much, or has taken so long. */
const bytesFull = 48 * 1024 * 1024;
const millisecondsFull = 45_000;
const casesAtOnce = 25;

const attachment = z.object({
  attachmentId: z.string(),
  versionId: z.string(),
  sha256: z.string(),
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

const linesOf = (items: readonly RawItem[], { personal }: ExportJob): string =>
  upToHead(items)
    .map((item) => `${JSON.stringify(personal ? item : maskItem(item))}\n`)
    .join('');

/** Journals that belong to no case; a city without a catalogue has no journal of it. */
export const addOwnJournals = async (
  { contents }: FillServices,
  job: ExportJob,
  volume: VolumeUnderWay,
): Promise<void> => {
  volume.add('administration.jsonl', linesOf(await contents.administrationItems(job.tenant), job));
  const catalogue = await contents.catalogueItems(job.tenant);
  if (catalogue.length > 0) volume.add('catalogue.jsonl', linesOf(catalogue, job));
};

/** Where the next volume takes up: behind a case, with what is left of its files, or behind a process. */
type Place = Pick<ExportJob, 'after' | 'filesLeft' | 'processAfter'>;

interface Packed {
  readonly count: number;
  /** Where the volume was full. */
  readonly place?: Place;
}

class Filling {
  readonly #services: FillServices;
  readonly #job: ExportJob;
  readonly #volume: VolumeUnderWay;
  readonly #until: number;

  constructor(services: FillServices, job: ExportJob, volume: VolumeUnderWay) {
    this.#services = services;
    this.#job = job;
    this.#volume = volume;
    this.#until = services.clock.now().getTime() + millisecondsFull;
  }

  isFull(): boolean {
    return this.#volume.bytes > bytesFull || this.#services.clock.now().getTime() > this.#until;
  }

  /** A case's own lines; answers the files that go with them. */
  async addCase(caseId: string): Promise<FileToPack[]> {
    const items = await this.#services.contents.caseItems(this.#job.tenant, caseId);
    this.#volume.add(`cases/${caseId}.jsonl`, linesOf(items, this.#job));
    const files = attachmentsOf(items).map((one) => ({ ...one, caseId }));
    if (this.#job.personal) return files;
    for (const { attachmentId, sha256 } of files) this.#volume.omit(pathOf(caseId, attachmentId), sha256);
    return [];
  }

  /** Packs at least one; answers those that no longer fit. */
  async addFiles(files: readonly FileToPack[]): Promise<readonly FileToPack[]> {
    for (const [index, { caseId, attachmentId, versionId }] of files.entries()) {
      const { tenant } = this.#job;
      const bytes = await this.#services.files.attachment(tenant, caseId, attachmentId, versionId);
      this.#volume.add(pathOf(caseId, attachmentId), bytes);
      if (this.isFull()) return files.slice(index + 1);
    }
    return [];
  }

  async cases(): Promise<Packed> {
    let { after } = this.#job;
    let count = 0;
    if (this.#job.filesLeft) {
      const filesLeft = await this.addFiles(this.#job.filesLeft);
      if (this.isFull()) return { count, place: placeBehind(after, filesLeft) };
    }
    for (;;) {
      const ids = await this.#services.contents.listCases(this.#job.tenant, after, casesAtOnce);
      for (const caseId of ids) {
        const filesLeft = await this.addFiles(await this.addCase(caseId));
        count += 1;
        after = caseId;
        if (this.isFull()) return { count, place: placeBehind(after, filesLeft) };
      }
      if (ids.length < casesAtOnce) return { count };
    }
  }

  async processes(): Promise<Packed> {
    const { contents } = this.#services;
    const { tenant, processAfter = '' } = this.#job;
    const journals = (await contents.listProcesses(tenant)).filter((name) => name > processAfter);
    for (const [index, journal] of journals.entries()) {
      this.#volume.add(
        pathOfProcess(journal),
        linesOf(await contents.processItems(tenant, journal), this.#job),
      );
      if (this.isFull()) return { count: index + 1, place: { processAfter: journal } };
    }
    return { count: journals.length };
  }
}

const pathOf = (caseId: string, attachmentId: string): string => `files/${caseId}/${attachmentId}`;

const placeBehind = (after: string | undefined, filesLeft: readonly FileToPack[]): Place => ({
  ...(after === undefined ? {} : { after }),
  ...(filesLeft.length === 0 ? {} : { filesLeft }),
});

/** Packs cases with their files, then processes, until the volume is full; answers the place behind them, none at the end. */
export const fillVolume = async (
  services: FillServices,
  job: ExportJob,
  volume: VolumeUnderWay,
): Promise<{ readonly cases: number; readonly processes: number; readonly place?: Place }> => {
  const filling = new Filling(services, job, volume);
  const cases: Packed = job.processAfter === undefined ? await filling.cases() : { count: 0 };
  if (cases.place) return { cases: cases.count, processes: 0, place: cases.place };
  const { count: processes, place } = await filling.processes();
  return { cases: cases.count, processes, ...(place ? { place } : {}) };
};

import { archiveFormat, type PackVolume } from './archive.ts';
import type { ExportJob, ExportStore } from './export-job.ts';
import { addOwnJournals, type FillServices, fillVolume } from './fill-volume.ts';
import { sha256, VolumeUnderWay } from './volume-under-way.ts';

export interface VolumeServices extends FillServices {
  readonly exports: Pick<ExportStore, 'find' | 'advance'>;
  readonly pack: PackVolume;
}

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
  const { place, ...packed } = await fillVolume(services, job, volume);
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
  const { after: _after, filesLeft: _filesLeft, processAfter: _processAfter, ...rest } = job;
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

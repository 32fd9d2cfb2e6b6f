import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { buildVolume, type VolumeServices } from '#functions/tenancy/app/exports/build-volume.ts';
import type { ExportJob, RawItem } from '#functions/tenancy/app/exports/export-job.ts';
import type { UnpackedVolume } from '#functions/tenancy/app/exports/verify-archive.ts';
import { chainHash, genesisHash } from '#shared/kernel/journal-chain.ts';

const tenant = 'yancheng/funing';
const requested: ExportJob = {
  id: 'export1',
  tenant,
  tenantName: '阜宁县',
  personal: true,
  requestedBy: { personId: 'p', membershipId: 'm', name: '朱丽华' },
  requestedAt: '2026-12-01T00:00:00.000Z',
  state: 'building',
  cases: 0,
  volumes: [],
};

const journaled = (sk: string, id: string, entries: number): RawItem[] => {
  let hash = genesisHash;
  const journal = Array.from({ length: entries }, (_, at) => {
    const content = { seq: at + 1, at: requested.requestedAt, of: id };
    hash = chainHash(hash, content);
    return { sk: `EV#${String(at + 1).padStart(6, '0')}`, content, hash };
  });
  return [{ sk, head: { seq: entries, hash }, salt: 's' }, ...journal];
};

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

class Killed extends Error {}

const fileOf = (caseId: string, at: number, size: number) =>
  new Uint8Array(size).fill(Number(caseId.slice(-3)) + at);

/** 附言 with so many files. */
const word = (caseId: string, { each, size }: { readonly each: number; readonly size: number }): RawItem => ({
  sk: 'CMT#1',
  files: Array.from({ length: each }, (_, at) => ({
    attachmentId: `file-${at}`,
    versionId: `${at}`,
    sha256: sha256(fileOf(caseId, at, size)),
    fileName: `${at}.pdf`,
  })),
});

/** A tenant with so many cases, their files, and processes; each takes a third of the time that a volume may take. */
export const tenantExportOf = (
  cases: number,
  dies: (write: number) => boolean = () => false,
  processes = 0,
  files = { each: 0, size: 1 },
) => {
  const ids = Array.from({ length: cases }, (_, n) => `case-${String(cases - n).padStart(3, '0')}`);
  const bucket = new Map<string, UnpackedVolume>();
  const stored = new Map<string, string>();
  const packed = new Map<string, UnpackedVolume>();
  let job: ExportJob = requested;
  let queue = 1;
  let writes = 0;
  let clock = 0;
  const write = (effect: () => void) => {
    writes += 1;
    if (dies(writes)) throw new Killed();
    effect();
  };
  const services: VolumeServices = {
    exports: {
      find: async () => job,
      advance: async (next, before) => {
        if (job.volumes.length !== before) return false;
        write(() => {
          job = next;
        });
        return true;
      },
    },
    contents: {
      countCases: async () => cases,
      listCases: async (_tenant, after, limit) =>
        ids.slice(after === undefined ? 0 : ids.indexOf(after) + 1).slice(0, limit),
      caseItems: async (_tenant, caseId) => {
        clock += 15_001;
        return [...journaled('A#HEADER', caseId, 3), word(caseId, files)];
      },
      listProcesses: async () =>
        Array.from({ length: processes }, (_, n) => `PV#order-${String(n).padStart(3, '0')}`),
      processItems: async (_tenant, journal) => {
        clock += 15_001;
        return journaled('A#HEADER', journal, 3);
      },
      administrationItems: async () => journaled('ROSTER', 'administration', 2),
      catalogueItems: async () => [],
    },
    files: {
      attachment: async (_tenant, caseId, _id, versionId) => {
        if (files.size < 1000) clock += 15_001;
        return fileOf(caseId, Number(versionId), files.size);
      },
      putVolume: async (_job, name, bytes) =>
        write(() => {
          bucket.set(name, packed.get(sha256(bytes)) ?? new Map());
          stored.set(name, sha256(bytes));
        }),
      signVolume: async () => ({ url: '', expiresAt: '' }),
    },
    // As with a real archive, the same files packed at another time are other bytes.
    pack: (files) => {
      const bytes = Buffer.from(`${clock}`);
      packed.set(sha256(bytes), new Map(files));
      return bytes;
    },
    clock: { now: () => new Date(clock) },
  };
  /** One delivery; what was asked for before the process died stays in the queue. */
  const deliver = async () => {
    try {
      if (await buildVolume(services, job)) write(() => (queue += 1));
      queue -= 1;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };
  return {
    services,
    deliver,
    job: () => job,
    drain: async () => {
      for (let n = 0; n < 500 && queue > 0; n += 1) await deliver();
      expect(queue).toBe(0);
    },
    /** Whether the bytes that lie there are those that the job tells of. */
    asTold: () => job.volumes.every(({ name, sha256: told }) => stored.get(name) === told),
    archive: () => job.volumes.map(({ name }) => bucket.get(name) ?? new Map<string, Uint8Array>()),
  };
};

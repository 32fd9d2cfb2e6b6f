import * as z from 'zod/mini';

export const archiveFormat = 'yunwangtong-export/1';

const listed = z.object({ path: z.string(), sha256: z.string() });

/** `index.json` of a volume: what it holds, and what was left out of it with its digest. */
export const archiveIndex = z.object({ entries: z.array(listed), omitted: z.array(listed) });
export type ArchiveIndex = z.infer<typeof archiveIndex>;

/** `manifest.json`, in the last volume. */
export const archiveManifest = z.object({
  format: z.literal(archiveFormat),
  tenant: z.string(),
  tenantName: z.string(),
  personal: z.boolean(),
  requestedAt: z.iso.datetime(),
  /** When its first volume was begun, by the wall clock. */
  begunAt: z.iso.datetime(),
  exportId: z.string(),
  cases: z.int(),
  /** How many journals of processes; earlier archives hold none. */
  processes: z._default(z.int(), 0),
  /** SHA-256 of each volume's table of contents, in order. */
  volumes: z.array(z.string()),
});

export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** Paths to contents → bytes of a volume. */
export type PackVolume = (files: ReadonlyMap<string, Uint8Array>) => Uint8Array;

import { createHash } from 'node:crypto';
import type { ArchiveIndex } from './archive.ts';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A volume of an archive while it is being filled. */
export class VolumeUnderWay {
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

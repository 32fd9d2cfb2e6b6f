import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const largest = 10 * 1024 * 1024;

/** Opens `<folder>/<name>.log` for appending; a long one is put aside as `.log.1` first. */
export function openLog(folder: string, name: string): WriteStream {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a' });
}

import { zipSync } from 'fflate';

/** The earliest time that a zip can say; the same parts make the same bytes. */
const mtime = new Date(1980, 0, 1);

/** A zip package of these parts in their order. */
export const writePackage = (parts: Iterable<readonly [name: string, content: Uint8Array]>): Uint8Array =>
  zipSync(Object.fromEntries(parts), { mtime, level: 6 });

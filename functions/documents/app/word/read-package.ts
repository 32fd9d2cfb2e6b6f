import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Why a file cannot be looked into. */
export type PackageFault = 'broken' | 'bomb' | 'encrypted' | 'repeated';

/** Parts of a package by name, unpacked. */
export type PackageParts = ReadonlyMap<string, Buffer>;

const mostEntries = 200;
const mostPartBytes = 2 * 1024 * 1024;
const mostUnpackedBytes = 8 * 1024 * 1024;

class Faulty extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault) {
    super(fault);
    this.fault = fault;
  }
}

/** yauzl fails when a part is not as long as it says. */
const unpack = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), sink);
  return Buffer.concat(chunks);
};

const readParts = async (bytes: Uint8Array): Promise<PackageParts> => {
  const zip = await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true });
  if (zip.entryCount > mostEntries) throw new Faulty('bomb');
  const parts = new Map<string, Buffer>();
  const seen = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Faulty('encrypted');
    unpacked += entry.uncompressedSize;
    if (entry.uncompressedSize > mostPartBytes || unpacked > mostUnpackedBytes) throw new Faulty('bomb');
    // Two parts of one name would let a reader see another one than was looked at.
    const name = entry.fileName.toLowerCase();
    if (seen.has(name)) throw new Faulty('repeated');
    seen.add(name);
    if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, await unpack(zip, entry));
  }
  return parts;
};

/** Unpacks a zip package within bounds: 200 parts, 2 MB each, 8 MB altogether. */
export const readPackage = async (
  bytes: Uint8Array,
): Promise<{ readonly parts: PackageParts } | { readonly fault: PackageFault }> => {
  try {
    return { parts: await readParts(bytes) };
  } catch (error) {
    return { fault: error instanceof Faulty ? error.fault : 'broken' };
  }
};

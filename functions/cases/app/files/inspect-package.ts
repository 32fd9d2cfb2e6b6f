import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Why a document that is a zip package inside is not taken. */
export type PackageFault = 'broken' | 'bomb' | 'encrypted' | 'macros' | 'external' | 'unknown-package';

export type PackageType = 'docx' | 'xlsx' | 'ofd';

const mostEntries = 3000;
/** Unpacked, all together; what an office document of 20 MB stays far below. */
const mostUnpackedBytes = 100 * 1024 * 1024;
/** Largest part that is read as text. */
const mostTextBytes = 2 * 1024 * 1024;

const contentTypes = '[Content_Types].xml';
const mainParts: Readonly<Record<PackageType, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  ofd: 'OFD.xml',
};
/** Macros, and what runs when it is opened out of the package. */
const active =
  /(^|\/)vba(Project|Data)[^/]*$|(^|\/)(macrosheets|activeX)\/|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|lnk|jar|docm|dotm|xlsm|xltm|xlam)$/i;

/** Parts that say where a document's pictures, templates and objects come from. */
const relations = /\.rels$/i;
const relation = /<(?:\w+:)?Relationship\b[^>]*>/g;
/** A link that a reader may click on fetches nothing by itself. */
const fetchesByItself = (element: string): boolean =>
  /\bTargetMode\s*=\s*["']External["']/i.test(element) &&
  !/\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(element);

class Faulty extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Unpacks one part to nowhere, or into text; yauzl fails when it is not as long as it says. */
const readPart = async (zip: ZipFile, entry: Entry): Promise<string> => {
  const kept: Buffer[] = [];
  const wanted = entry.fileName === contentTypes || relations.test(entry.fileName);
  if (wanted && entry.uncompressedSize > mostTextBytes) throw new Faulty('bomb');
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (wanted) kept.push(chunk);
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), sink);
  const bytes = Buffer.concat(kept);
  // Written in another encoding, it would be read past.
  if (bytes.includes(0)) throw new Faulty('broken');
  return bytes.toString('utf8');
};

const demandHarmless = (entry: Entry, unpacked: number): void => {
  if (entry.isEncrypted()) throw new Faulty('encrypted');
  if (unpacked > mostUnpackedBytes) throw new Faulty('bomb');
  if (active.test(entry.fileName)) throw new Faulty('macros');
};

const lookThrough = async (bytes: Buffer): Promise<PackageType> => {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true });
  if (zip.entryCount > mostEntries) throw new Faulty('bomb');
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    demandHarmless(entry, unpacked);
    names.add(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    const text = await readPart(zip, entry);
    if (/macroEnabled|vbaProject/i.test(text)) throw new Faulty('macros');
    if ((text.match(relation) ?? []).some(fetchesByItself)) throw new Faulty('external');
  }
  const [type, second] = (Object.keys(mainParts) as PackageType[]).filter((candidate) =>
    names.has(mainParts[candidate]),
  );
  const told = type !== undefined && second === undefined && (type === 'ofd' || names.has(contentTypes));
  if (!told) throw new Faulty('unknown-package');
  return type;
};

/**
 * What kind of document a zip package is, after unpacking every part of it within bounds: parts that unpack to more
 * than they say, or to too much altogether, macros, encryption and what is fetched from elsewhere
 * on opening are refused.
 */
export const inspectPackage = async (
  bytes: Buffer,
): Promise<{ readonly type: PackageType } | { readonly fault: PackageFault }> => {
  try {
    return { type: await lookThrough(bytes) };
  } catch (error) {
    return { fault: error instanceof Faulty ? error.fault : 'broken' };
  }
};

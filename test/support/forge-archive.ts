import { unzipSync, zipSync } from 'fflate';
import { chainHash, genesisHash, type JournalContent } from '#shared/kernel/journal-chain.ts';
import { entrySk, headerSk } from '#shared/table/aggregate-shape.ts';

interface Line {
  readonly sk: string;
  readonly content: JournalContent;
  readonly hash: string;
  readonly head?: { readonly seq: number; readonly hash: string };
}

/** What a forger does to a journal's items. */
export type Forgery = (lines: readonly Line[]) => readonly Line[];

const isEntry = ({ sk }: Line): boolean => sk.startsWith('EV#');

/** Says something else in one entry. */
export const editedAt =
  (seq: number): Forgery =>
  (lines) =>
    lines.map((line) =>
      line.sk === entrySk(seq) ? { ...line, content: { ...line.content, via: 'x' } } : line,
    );

/** Leaves out the last entry. */
export const cutOff: Forgery = (lines) => {
  const last = Math.max(...lines.filter(isEntry).map(({ content }) => content.seq));
  return lines.filter(({ sk }) => sk !== entrySk(last));
};

/** A journal's items changed and chained anew, up to the head. */
const rechained = (content: Uint8Array, forge: Forgery): Uint8Array => {
  const lines = Buffer.from(content)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  let head = { seq: 0, hash: genesisHash };
  const chained = forge(lines).map((line) => {
    if (!isEntry(line)) return line;
    head = { seq: line.content.seq, hash: chainHash(head.hash, line.content) };
    return { ...line, hash: head.hash };
  });
  const whole = chained.map((line) => (line.sk === headerSk ? { ...line, head } : line));
  return Buffer.from(`${whole.map((line) => JSON.stringify(line)).join('\n')}\n`);
};

/** A volume of an archive with journals forged and its manifest told otherwise. */
export const forgedArchive = (
  archive: Uint8Array,
  forge: Forgery,
  paths: readonly string[],
  manifest: object,
): Uint8Array => {
  const files = unzipSync(archive);
  const told = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as object;
  return zipSync({
    ...files,
    ...Object.fromEntries(paths.map((path) => [path, rechained(files[path] ?? new Uint8Array(), forge)])),
    'manifest.json': Buffer.from(JSON.stringify({ ...told, ...manifest })),
  });
};

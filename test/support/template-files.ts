import { defaultTemplate } from '#functions/documents/app/defaults/default-template.ts';
import { makeZip, type Part } from './make-zip.ts';
import { partsOf } from './read-docx.ts';

type Changes = Readonly<Record<string, string | ((xml: string) => string)>>;

/** The parts of the report's own template, with some changed or added. */
export const reportParts = async (changes: Changes = {}): Promise<Part[]> => {
  const parts = new Map(await partsOf(defaultTemplate('report')));
  for (const [name, change] of Object.entries(changes))
    parts.set(name, typeof change === 'string' ? change : change(parts.get(name) ?? ''));
  return [...parts].map(([name, content]) => ({ name, content }));
};

export const reportTemplate = async (changes: Changes = {}): Promise<Buffer> =>
  makeZip(...(await reportParts(changes)));

/** The report's own template with further blocks at its beginning. */
export const templateWith = (blocks: string): Promise<Buffer> =>
  reportTemplate({ 'word/document.xml': (xml) => xml.replace('<w:body>', `<w:body>${blocks}`) });

/** A paragraph whose words are split into runs as given. */
export const runs = (...words: readonly string[]): string =>
  `<w:p>${words.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;

/** A table of one row. */
export const rowOf = (...cells: readonly string[]): string =>
  `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;

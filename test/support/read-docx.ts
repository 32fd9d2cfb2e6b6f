import { buffer } from 'node:stream/consumers';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import { expect } from 'vitest';
import { fromBufferPromise } from 'yauzl';

const parse = (xml: string) =>
  new DOMParser({ onError: onWarningStopParsing }).parseFromString(xml, 'text/xml');

/** The parts of a zip package as text. */
export const partsOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  return parts;
};

/** What Word demands before it opens a package: well-formed parts, each with a type, and relationships that lead somewhere. */
const demandSound = (parts: ReadonlyMap<string, string>): void => {
  const types = parts.get('[Content_Types].xml') ?? '';
  for (const [name, xml] of parts) {
    expect(() => parse(xml), name).not.toThrow();
    const extension = name.slice(name.lastIndexOf('.') + 1);
    if (name !== '[Content_Types].xml')
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`), name).toBe(
        true,
      );
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g))
      expect([...parts.keys()]).toContain(`${folder}${target}`);
  }
};

/** The paragraphs of a sound Word document in their order, without the empty ones. */
export const wordsOfDocx = async (bytes: Uint8Array): Promise<string[]> => {
  const parts = await partsOf(bytes);
  demandSound(parts);
  const document = parse(parts.get('word/document.xml') ?? '');
  return [...document.getElementsByTagName('w:p')]
    .map((paragraph) => [...paragraph.getElementsByTagName('w:t')].map((text) => text.textContent).join(''))
    .filter((words) => words !== '');
};

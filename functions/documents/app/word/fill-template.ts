import type { DocumentData } from '#shared/regulation/application/documents/document-tags.ts';
import { fillElement } from './fill-blocks.ts';
import type { PackageParts } from './read-package.ts';
import { writePackage } from './write-package.ts';
import { parseXml, writeXml } from './xml-part.ts';

/** Parts in which tags are filled in; elsewhere braces are left as they are. */
export const isFilledPart = (name: string): boolean =>
  /^word\/(document|header\d*|footer\d*)\.xml$/.test(name);

const fillPart = (name: string, bytes: Buffer, data: DocumentData): Buffer => {
  if (!isFilledPart(name)) return bytes;
  const document = parseXml(bytes);
  if (!document?.documentElement) throw new Error(`a template in force is broken at ${name}`);
  fillElement(document.documentElement, data);
  return writeXml(document);
};

/** The document that a checked template becomes. */
export const fillTemplate = (parts: PackageParts, data: DocumentData): Uint8Array =>
  writePackage([...parts].map(([name, bytes]) => [name, fillPart(name, bytes, data)] as const));

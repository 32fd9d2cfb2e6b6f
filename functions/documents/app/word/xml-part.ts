import { isUtf8 } from 'node:buffer';
import {
  DOMParser,
  type Document,
  type Element,
  type Node,
  onErrorStopParsing,
  XMLSerializer,
} from '@xmldom/xmldom';

/** The namespace of WordprocessingML as Word and WPS write it. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const parser = new DOMParser({ onError: onErrorStopParsing });
const serializer = new XMLSerializer();
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Whether a part declares a document type: entities and other files hang on it. */
export const declaresType = (bytes: Buffer): boolean => /<!(DOCTYPE|ENTITY)/i.test(bytes.toString('utf8'));

/** Elements in elements; what an office program writes stays far below. */
const deepest = 100;

/** Walks without recursion: how deep it is, is what is not known. */
const isTooDeep = (document: Document): boolean => {
  let node: Node | null = document;
  let depth = 0;
  while (node && depth <= deepest) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return depth > deepest;
};

/** A part's tree; undefined when it is no well-formed XML in UTF-8 without a document type, or nests beyond measure. */
export const parseXml = (bytes: Buffer): Document | undefined => {
  if (!isUtf8(bytes) || declaresType(bytes)) return undefined;
  try {
    const document = parser.parseFromString(bytes.toString('utf8').replace(/^\uFEFF/, ''), 'text/xml');
    return isTooDeep(document) ? undefined : document;
  } catch {
    return undefined;
  }
};

export const writeXml = (document: Document): Buffer => {
  const text = serializer.serializeToString(document);
  return Buffer.from(text.startsWith('<?xml') ? text : declaration + text);
};

export const lengthOf = (node: Element): number => serializer.serializeToString(node).length;

export const isElement = (node: unknown): node is Element =>
  (node as { nodeType?: number } | null)?.nodeType === 1;

export const childElements = (node: Element): Element[] => [...node.childNodes].filter(isElement);

export const isWord = (node: Element, name: string): boolean =>
  node.namespaceURI === wordNamespace && node.localName === name;

/** Every element of WordprocessingML below, by local name, in the document's order. */
export const wordElements = (node: Element | Document, name: string): Element[] => [
  ...node.getElementsByTagNameNS(wordNamespace, name),
];

/** An element with all that is in it, not yet put anywhere. */
export const copyOf = (node: Element): Element => {
  const copy = node.cloneNode(true);
  if (!isElement(copy)) throw new Error('the copy of an element is no element');
  return copy;
};

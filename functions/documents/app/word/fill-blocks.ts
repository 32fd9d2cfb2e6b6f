import type { Element } from '@xmldom/xmldom';
import type { DocumentData } from '#shared/regulation/application/documents/document-tags.ts';
import { fillParagraph } from './fill-paragraph.ts';
import { fillTags, gatherTags, setText, textsOf } from './paragraph-tags.ts';
import { type Repeat, repeatOfRow, splitBlocks } from './split-blocks.ts';
import { childElements, copyOf, isWord, wordElements } from './xml-part.ts';

const ownValue = <Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** The data for each time that a repeat stands in the document: once a row, or once or never for a condition. */
const turnsOf = (name: string, data: DocumentData): readonly DocumentData[] => {
  const rows = ownValue(data.lists, name);
  if (rows) return rows.map((fields) => ({ ...data, fields }));
  return ownValue(data.conditions, name) === true ? [data] : [];
};

const removeAll = (nodes: readonly Element[]): void => {
  for (const node of nodes) node.parentNode?.removeChild(node);
};

const fillRepeat = ({ name, open, close, inner }: Repeat, data: DocumentData): void => {
  for (const turn of turnsOf(name, data)) {
    const copies = inner.map(copyOf);
    for (const copy of copies) open.parentNode?.insertBefore(copy, open);
    fillBlocks(copies, turn);
  }
  removeAll([open, ...inner, close]);
};

const withoutMarkers = (row: Element): void => {
  for (const paragraph of wordElements(row, 'p'))
    for (const text of textsOf(paragraph)) {
      const words = text.textContent ?? '';
      const kept = fillTags(words, (tag) => (/^[#/]/.test(tag) ? '' : `{${tag}}`));
      if (kept !== words) setText(text, kept);
    }
};

const fillRow = (row: Element, data: DocumentData): void => {
  const name = repeatOfRow(row);
  const turns = name === undefined ? [data] : turnsOf(name, data);
  if (name !== undefined) withoutMarkers(row);
  for (const turn of turns) {
    const copy = copyOf(row);
    row.parentNode?.insertBefore(copy, row);
    for (const cell of childElements(copy)) fillBlocks(childElements(cell), turn);
  }
  removeAll([row]);
};

const fillNode = (node: Element, data: DocumentData): void => {
  if (isWord(node, 'p')) fillParagraph(node, (tag) => ownValue(data.fields, tag) ?? '');
  else if (isWord(node, 'tr')) fillRow(node, data);
  else fillBlocks(childElements(node), data);
};

const fillBlocks = (nodes: readonly Element[], data: DocumentData): void => {
  for (const block of splitBlocks(nodes)) {
    if ('repeat' in block) fillRepeat(block.repeat, data);
    else fillNode(block.node, data);
  }
};

/** A cell, and a document, must hold a paragraph; one whose only content was left out gets an empty one. */
const mendCells = (root: Element): void => {
  for (const cell of wordElements(root, 'tc')) {
    const last = childElements(cell).at(-1);
    if (last && isWord(last, 'p')) continue;
    const paragraph = cell.ownerDocument?.createElementNS(cell.namespaceURI, `${cell.prefix ?? 'w'}:p`);
    if (paragraph) cell.appendChild(paragraph);
  }
  // Word does not open a table without rows.
  removeAll(wordElements(root, 'tbl').filter((table) => wordElements(table, 'tr').length === 0));
};

/** Fills everything below an element that has been checked before. */
export const fillElement = (root: Element, data: DocumentData): void => {
  for (const paragraph of wordElements(root, 'p')) gatherTags(paragraph);
  fillBlocks(childElements(root), data);
  mendCells(root);
};

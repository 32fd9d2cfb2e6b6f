import type { Element } from '@xmldom/xmldom';
import { fillTags, setText, tagsIn, textsOf } from './paragraph-tags.ts';
import { plainWords } from './plain-words.ts';
import { childElements, copyOf, isElement, isWord, wordElements } from './xml-part.ts';

const remove = (nodes: readonly Element[]): void => {
  for (const node of nodes) node.parentNode?.removeChild(node);
};

/** Where a text stands: the run in its paragraph, both direct; undefined inside a link or a content control. */
const placeOf = (text: Element) => {
  const run = text.parentNode;
  const paragraph = isElement(run) && isWord(run, 'r') ? run.parentNode : undefined;
  return isElement(run) && isElement(paragraph) && isWord(paragraph, 'p') ? { run, paragraph } : undefined;
};

/** Keeps of an element its properties and what comes from a place on. */
const keepFrom = (node: Element, at: number, properties: string): void =>
  remove(childElements(node).filter((child, place) => place < at && !isWord(child, properties)));

/** Cuts a paragraph behind one of its texts; answers the text that begins the new paragraph with the rest. */
const cutBehind = (text: Element, rest: string): Element | undefined => {
  const place = placeOf(text);
  if (!place) return undefined;
  const { run, paragraph } = place;
  const runAt = childElements(paragraph).indexOf(run);
  const textAt = childElements(run).indexOf(text);
  const next = copyOf(paragraph);
  const nextRun = childElements(next)[runAt];
  const nextText = nextRun && childElements(nextRun)[textAt];
  if (!nextText) return undefined;
  keepFrom(next, runAt, 'pPr');
  keepFrom(nextRun, textAt, 'rPr');
  remove([...childElements(run).slice(textAt + 1), ...childElements(paragraph).slice(runAt + 1)]);
  // A section ends with the last of its paragraphs.
  remove(wordElements(paragraph, 'sectPr'));
  setText(nextText, rest);
  paragraph.parentNode?.insertBefore(next, paragraph.nextSibling);
  return nextText;
};

/** Puts words into a text; each further line gets a paragraph of its own with the same looks. */
const putWords = (text: Element, words: string): Element => {
  const [first = '', ...rest] = words.split('\n').filter((line, at) => at === 0 || line.trim() !== '');
  setText(text, first);
  if (rest.length === 0) return text;
  const next = cutBehind(text, rest.join('\n'));
  if (next) return putWords(next, rest.join('\n'));
  setText(text, [first, ...rest].join(' '));
  return text;
};

/** Fills the tags of a paragraph, its texts one by one; what is filled in is never read for tags again. */
export const fillParagraph = (paragraph: Element, wordOf: (tag: string) => string): void => {
  let texts = textsOf(paragraph);
  for (let text = texts.shift(); text; text = texts.shift()) {
    const words = text.textContent ?? '';
    if (tagsIn(words).length === 0) continue;
    const filled = fillTags(words, (tag) => plainWords(wordOf(tag)));
    const last = putWords(text, filled);
    // The texts that follow have moved into the last of the new paragraphs.
    if (last !== text) texts = textsBehind(last);
  }
};

const textsBehind = (text: Element): Element[] => {
  let paragraph = text.parentNode;
  while (isElement(paragraph) && !isWord(paragraph, 'p')) paragraph = paragraph.parentNode;
  if (!isElement(paragraph)) return [];
  const all = textsOf(paragraph);
  return all.slice(all.indexOf(text) + 1);
};

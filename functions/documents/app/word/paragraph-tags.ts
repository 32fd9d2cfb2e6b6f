import type { Element } from '@xmldom/xmldom';
import { isElement, isWord, wordElements } from './xml-part.ts';

const tagPattern = /\{([^{}]*)\}/g;

const paragraphOf = (node: Element): Element | undefined => {
  let above = node.parentNode;
  while (isElement(above) && !isWord(above, 'p')) above = above.parentNode;
  return isElement(above) ? above : undefined;
};

/** The texts of a paragraph, without those of text boxes that hang in it. */
export const textsOf = (paragraph: Element): Element[] =>
  wordElements(paragraph, 't').filter((text) => paragraphOf(text) === paragraph);

export const setText = (text: Element, words: string): void => {
  text.textContent = words;
  text.setAttribute('xml:space', 'preserve');
};

export const wordsOf = (paragraph: Element): string =>
  textsOf(paragraph)
    .map(({ textContent }) => textContent ?? '')
    .join('');

/** A tag's words without braces: `#明细`, `/明细`, `标题`. */
export const tagsIn = (words: string): string[] =>
  [...words.matchAll(tagPattern)].map(([, inner = '']) => inner.trim());

export const fillTags = (words: string, wordOf: (tag: string) => string): string =>
  words.replace(tagPattern, (_, inner: string) => wordOf(inner.trim()));

/** Braces that belong to no tag. */
export const hasLooseBrace = (words: string): boolean => /[{}]/.test(words.replace(tagPattern, ''));

/** Word splits what was typed as it likes; here each tag is put wholly into the text in which it begins. */
export const gatherTags = (paragraph: Element): void => {
  const texts = textsOf(paragraph);
  const owners = texts.flatMap(({ textContent }, at) => [...(textContent ?? '')].map(() => at));
  const characters = texts.flatMap(({ textContent }) => [...(textContent ?? '')]);
  let open: number | undefined;
  characters.forEach((character, at) => {
    if (character === '{') open = owners[at];
    if (open !== undefined) owners[at] = open;
    if (character === '}') open = undefined;
  });
  // A brace that is never closed is told of by the check; its paragraph is left as it is.
  if (open !== undefined) return;
  const gathered = texts.map(() => '');
  characters.forEach((character, at) => {
    const owner = owners[at] ?? 0;
    gathered[owner] = (gathered[owner] ?? '') + character;
  });
  texts.forEach((text, at) => {
    if (gathered[at] !== text.textContent) setText(text, gathered[at] ?? '');
  });
};

/** `{#name}` or `{/name}` alone in its paragraph. */
export const markerOf = (
  paragraph: Element,
): { readonly opens: boolean; readonly name: string } | undefined => {
  const found = /^\s*\{\s*([#/])\s*([^{}]*?)\s*\}\s*$/.exec(wordsOf(paragraph));
  return found ? { opens: found[1] === '#', name: found[2] ?? '' } : undefined;
};

import type { Element } from '@xmldom/xmldom';
import { markerOf, tagsIn, wordsOf } from './paragraph-tags.ts';
import { isWord, wordElements } from './xml-part.ts';

/** What stands between `{#name}` and `{/name}`, each alone in its paragraph. */
export interface Repeat {
  readonly name: string;
  readonly open: Element;
  readonly close: Element;
  readonly inner: readonly Element[];
}
export type Block = { readonly node: Element } | { readonly repeat: Repeat };

/** A mistake in the order of tags, in words for whoever wrote the template. */
export class TagMistake extends Error {}

const isParagraph = (node: Element): boolean => isWord(node, 'p');

/**
 * Neighbouring blocks, with those that belong to a repeat put together.
 * @throws TagMistake when an opening tag has no end beside it, or an end no beginning.
 */
export const splitBlocks = (nodes: readonly Element[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    const marker = isParagraph(node) ? markerOf(node) : undefined;
    if (!marker) {
      blocks.push({ node });
      continue;
    }
    const { name } = marker;
    if (!marker.opens) throw new TagMistake(`“{/${name}}”前面没有对应的“{#${name}}”。`);
    const end = nodes.findIndex((candidate, place) => {
      const other = place > at && isParagraph(candidate) ? markerOf(candidate) : undefined;
      return other !== undefined && !other.opens && other.name === name;
    });
    const close = nodes[end];
    if (!close)
      throw new TagMistake(
        `“{#${name}}”没有结束。请在同一层另起一段写“{/${name}}”，或把两者写在同一表格行里。`,
      );
    blocks.push({ repeat: { name, open: node, close, inner: nodes.slice(at + 1, end) } });
    at = end;
  }
  return blocks;
};

/**
 * The list that a table row is repeated for: `{#name}` and `{/name}` beside other words in the row's cells.
 * @throws TagMistake when the row has more than one pair, or half of one.
 */
export const repeatOfRow = (row: Element): string | undefined => {
  const tags = wordElements(row, 'p')
    .filter((paragraph) => !markerOf(paragraph))
    .flatMap((paragraph) => tagsIn(wordsOf(paragraph)))
    .filter((tag) => /^[#/]/.test(tag));
  if (tags.length === 0) return undefined;
  const [open = '', close = ''] = tags;
  const name = open.slice(1).trim();
  if (tags.length !== 2 || !open.startsWith('#') || !close.startsWith('/') || close.slice(1).trim() !== name)
    throw new TagMistake(
      `表格行中的“{${tags.join('}”“{')}”不成对。一行只能有一组：行内第一个单元格开头写“{#名称}”，最后一个单元格末尾写“{/名称}”，并与其他内容写在同一段落。`,
    );
  return name;
};

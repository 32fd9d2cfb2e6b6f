import type { Document, Element } from '@xmldom/xmldom';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { DocumentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { gatherTags, hasLooseBrace, tagsIn, textsOf, wordsOf } from '../word/paragraph-tags.ts';
import { repeatOfRow, splitBlocks, TagMistake } from '../word/split-blocks.ts';
import { childElements, isWord, lengthOf, wordElements } from '../word/xml-part.ts';
import { quoted, templateProblem } from './template-problem.ts';

/** What the text of the repeated parts may come to altogether, were every list as long as it can be. */
const mostGrownCharacters = 8_000_000;
const mostTags = 300;
const mostTagsInList = 30;

/** What may be asked for at a place. */
interface Scope {
  readonly fields: ReadonlySet<string>;
  /** The list whose rows stand here. */
  readonly list?: string;
}

/** Walks one part as the filling will, and keeps what it finds wrong. */
export const checkTags = (document: Document, tags: DocumentTags): readonly FieldRefusal[] => {
  const problems: FieldRefusal[] = [];
  const visited = new Set<Element>();
  let grown = 0;
  let count = 0;
  const tell = (code: string, message: string): void => void problems.push(templateProblem(code, message));

  const checkParagraph = (paragraph: Element, { fields, list }: Scope, inRow: boolean): number => {
    visited.add(paragraph);
    const words = wordsOf(paragraph);
    if (hasLooseBrace(words)) tell('brace', `花括号没有成对：${quoted(words)}。标签应写成“{名称}”。`);
    const asked = tagsIn(words).filter((tag) => !(inRow && /^[#/]/.test(tag)));
    for (const tag of asked) {
      if (/^[#/]/.test(tag))
        tell('place', `“{${tag}}”须单独成段，或与同一表格行的内容写在一起：${quoted(words)}。`);
      else if (!fields.has(tag))
        tell(
          'unknown-tag',
          list === undefined
            ? `没有 ${quoted(`{${tag}}`)} 这个标签，请对照可用标签修改。`
            : `“{#${list}}”里没有 ${quoted(`{${tag}}`)} 这个标签，只能用：${[...fields].map((name) => `{${name}}`).join('')}。`,
        );
    }
    count += asked.length;
    return asked.length;
  };

  const scopeIn = (name: string, scope: Scope, inner: readonly Element[]): Scope | undefined => {
    if (Object.hasOwn(tags.conditions, name)) return scope;
    const list = Object.hasOwn(tags.lists, name) ? tags.lists[name] : undefined;
    if (!list) {
      tell('unknown-tag', `没有 ${quoted(`{#${name}}`)} 这个标签，请对照可用标签修改。`);
      return undefined;
    }
    if (scope.list !== undefined) {
      tell('nested', `“{#${name}}”写在了“{#${scope.list}}”里面，列表不能套列表。`);
      return undefined;
    }
    grown += list.most * inner.reduce((sum, node) => sum + lengthOf(node), 0);
    return { fields: new Set(Object.keys(list.fields)), list: name };
  };

  const checkInner = (
    name: string,
    outer: Scope,
    inner: readonly Element[],
    check: (scope: Scope) => number,
  ) => {
    const scope = scopeIn(name, outer, inner);
    if (!scope) return 0;
    const asked = check(scope);
    if (scope.list !== outer.list && asked > mostTagsInList)
      tell('too-many-tags', `“{#${name}}”里的标签过多，最多 ${mostTagsInList} 个。`);
    return asked;
  };

  const checkRow = (row: Element, scope: Scope): number => {
    const name = repeatOfRow(row);
    const cells = (own: Scope): number =>
      childElements(row).reduce(
        (sum, cell) => sum + checkBlocks(childElements(cell), own, name !== undefined),
        0,
      );
    return name === undefined ? cells(scope) : checkInner(name, scope, [row], cells);
  };

  const checkNode = (node: Element, scope: Scope, inRow: boolean): number => {
    if (isWord(node, 'p')) return checkParagraph(node, scope, inRow);
    return isWord(node, 'tr') ? checkRow(node, scope) : checkBlocks(childElements(node), scope, inRow);
  };

  const checkBlocks = (nodes: readonly Element[], scope: Scope, inRow: boolean): number =>
    splitBlocks(nodes).reduce((sum, block) => {
      if ('node' in block) return sum + checkNode(block.node, scope, inRow);
      const { name, open, close, inner } = block.repeat;
      visited.add(open).add(close);
      return sum + checkInner(name, scope, inner, (own) => checkBlocks(inner, own, inRow));
    }, 0);

  const root = document.documentElement;
  if (!root) return problems;
  const paragraphs = wordElements(root, 'p');
  for (const paragraph of paragraphs) gatherTags(paragraph);
  try {
    checkBlocks(childElements(root), { fields: new Set(Object.keys(tags.fields)) }, false);
  } catch (error) {
    if (!(error instanceof TagMistake)) throw error;
    tell('order', error.message);
    return problems;
  }
  const missed = paragraphs.find((paragraph) => !visited.has(paragraph) && /[{}]/.test(wordsOf(paragraph)));
  if (problems.length === 0 && missed)
    tell(
      'place',
      `标签写在了文本框等填不到的地方：${quoted(
        textsOf(missed)
          .map(({ textContent }) => textContent)
          .join(''),
      )}。`,
    );
  if (count > mostTags) tell('too-many-tags', `标签过多，最多 ${mostTags} 个。`);
  if (grown > mostGrownCharacters)
    tell('too-large', '重复部分内容过多，行数多时公文会过大，请精简“{#…}”之间的内容。');
  return problems;
};

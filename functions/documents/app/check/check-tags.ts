import type { Document, Element } from '@xmldom/xmldom';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { DocumentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { gatherTags, hasLooseBrace, tagsIn, wordsOf } from '../word/paragraph-tags.ts';
import { repeatOfRow, splitBlocks, TagMistake } from '../word/split-blocks.ts';
import { childElements, isWord, lengthOf, wordElements } from '../word/xml-part.ts';
import { quoted, templateProblem } from './template-problem.ts';

/** What the repeated parts may come to altogether, were every list as long as it can be; characters of XML. */
const mostGrownCharacters = 8_000_000;
const mostTags = 300;
const mostTagsInList = 30;

/** What may be asked for at a place. */
interface Scope {
  readonly fields: ReadonlySet<string>;
  /** The list whose rows stand here. */
  readonly list?: string;
  /** In a table row that is repeated: its own two markers stand among the words. */
  readonly inRow?: true;
}

const isMarker = (tag: string): boolean => /^[#/]/.test(tag);

const explainUnknown = (tag: string, { fields, list }: Scope): string =>
  list === undefined
    ? `没有 ${quoted(`{${tag}}`)} 这个标签，请对照可用标签修改。`
    : `“{#${list}}”里没有 ${quoted(`{${tag}}`)} 这个标签，只能用：${[...fields].map((name) => `{${name}}`).join('')}。`;

/** Walks one part as the filling will, and keeps what it finds wrong. Every walk answers how many tags it met. */
class TagWalk {
  readonly problems: FieldRefusal[] = [];
  readonly visited = new Set<Element>();
  grown = 0;
  private readonly tags: DocumentTags;

  constructor(tags: DocumentTags) {
    this.tags = tags;
  }

  tell(code: string, message: string): void {
    this.problems.push(templateProblem(code, message));
  }

  blocks(nodes: readonly Element[], scope: Scope): number {
    return splitBlocks(nodes).reduce((sum, block) => {
      if ('node' in block) return sum + this.node(block.node, scope);
      const { name, open, close, inner } = block.repeat;
      this.visited.add(open).add(close);
      return sum + this.repeat(name, scope, inner, (own) => this.blocks(inner, own));
    }, 0);
  }

  private node(node: Element, scope: Scope): number {
    if (isWord(node, 'p')) return this.paragraph(node, scope);
    return isWord(node, 'tr') ? this.row(node, scope) : this.blocks(childElements(node), scope);
  }

  private row(row: Element, scope: Scope): number {
    const name = repeatOfRow(row);
    const cells = (own: Scope): number =>
      childElements(row).reduce((sum, cell) => sum + this.blocks(childElements(cell), own), 0);
    if (name === undefined) return cells(scope);
    return this.repeat(name, scope, [row], (own) => cells({ ...own, inRow: true }));
  }

  private paragraph(paragraph: Element, scope: Scope): number {
    this.visited.add(paragraph);
    const words = wordsOf(paragraph);
    if (hasLooseBrace(words)) this.tell('brace', `花括号没有成对：${quoted(words)}。标签应写成“{名称}”。`);
    const asked = tagsIn(words).filter((tag) => !(scope.inRow && isMarker(tag)));
    for (const tag of asked) this.tag(tag, words, scope);
    return asked.length;
  }

  private tag(tag: string, words: string, scope: Scope): void {
    if (isMarker(tag))
      this.tell('place', `“{${tag}}”须单独成段，或与同一表格行的内容写在一起：${quoted(words)}。`);
    else if (!scope.fields.has(tag)) this.tell('unknown-tag', explainUnknown(tag, scope));
  }

  private repeat(
    name: string,
    outer: Scope,
    inner: readonly Element[],
    walk: (scope: Scope) => number,
  ): number {
    if (Object.hasOwn(this.tags.conditions, name)) return walk(outer);
    const list = Object.hasOwn(this.tags.lists, name) ? this.tags.lists[name] : undefined;
    if (!list) {
      this.tell('unknown-tag', `没有 ${quoted(`{#${name}}`)} 这个标签，请对照可用标签修改。`);
      return 0;
    }
    if (outer.list !== undefined) {
      this.tell('nested', `“{#${name}}”写在了“{#${outer.list}}”里面，列表不能套列表。`);
      return 0;
    }
    this.grown += list.most * inner.reduce((sum, node) => sum + lengthOf(node), 0);
    const asked = walk({ fields: new Set(Object.keys(list.fields)), list: name });
    if (asked > mostTagsInList)
      this.tell('too-many-tags', `“{#${name}}”里的标签过多，最多 ${mostTagsInList} 个。`);
    return asked;
  }
}

/** A tag where the filling does not come, e.g. in a text box. */
const tellMissed = (walk: TagWalk, paragraphs: readonly Element[]): void => {
  const missed = paragraphs.find((one) => !walk.visited.has(one) && /[{}]/.test(wordsOf(one)));
  if (missed) walk.tell('place', `标签写在了文本框等填不到的地方：${quoted(wordsOf(missed))}。`);
};

/** Everything that is wrong with the tags of one part. */
export const checkTags = (document: Document, tags: DocumentTags): readonly FieldRefusal[] => {
  const walk = new TagWalk(tags);
  const root = document.documentElement;
  const paragraphs = wordElements(document, 'p');
  for (const paragraph of paragraphs) gatherTags(paragraph);
  try {
    const fields = new Set(Object.keys(tags.fields));
    const count = walk.blocks(root ? childElements(root) : [], { fields });
    if (count > mostTags) walk.tell('too-many-tags', `标签过多，最多 ${mostTags} 个。`);
    if (walk.problems.length === 0) tellMissed(walk, paragraphs);
  } catch (error) {
    if (!(error instanceof TagMistake)) throw error;
    walk.tell('order', error.message);
  }
  if (walk.grown > mostGrownCharacters)
    walk.tell('too-large', '重复部分内容过多，行数多时公文会过大，请精简“{#…}”之间的内容。');
  return walk.problems;
};

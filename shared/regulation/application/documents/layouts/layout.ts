/** Looks of a paragraph in an official paper. */
type Look = 'Title' | 'Body' | 'Part' | 'Item' | 'Flush' | 'Signature' | 'Note';

/** Heading, width in twentieths of a point, words with tags; figures stand at the end of their cell. */
export type Column = readonly [heading: string, width: number, words: string, look?: 'CellEnd'];

/** 版式: a part of a document, its words with tags. The Word template and the A4 page are made from the same blocks. */
export type Block =
  | { readonly look: Look; readonly words: string }
  /** Kept under a condition, or repeated for each row of a list. */
  | { readonly repeat: string; readonly blocks: readonly Block[] }
  /** A table with a row for each row of a list. */
  | { readonly list: string; readonly columns: readonly Column[] }
  /** A table of labels and answers, one or two pairs a row. */
  | { readonly facts: readonly Fact[] };
export type Layout = readonly Block[];

type Fact =
  | readonly [label: string, words: string]
  | readonly [label: string, words: string, other: readonly [label: string, words: string]];

export const line = (look: Look, words: string): Block => ({ look, words });
export const body = (words: string): Block => line('Body', words);
export const repeat = (name: string, ...blocks: readonly Block[]): Block => ({ repeat: name, blocks });
export const rows = (list: string, columns: readonly Column[]): Block => ({ list, columns });
export const facts = (...pairs: readonly Fact[]): Block => ({ facts: pairs });

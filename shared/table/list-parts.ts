import type { Parts } from './aggregate-shape.ts';
import type { Item } from './read-all.ts';

/** Some 300 bytes a row: well below what an item holds. */
const rowsInPart = 500;

const nameOf = (name: string, index: number): string => `${name}#${String(index + 1).padStart(3, '0')}`;

/** A list that one item could not hold, in parts of an aggregate; a short one is a single part. */
export const listParts = (name: string, rows: readonly object[]): Parts =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, index) => [
      nameOf(name, index),
      { rows: rows.slice(index * rowsInPart, (index + 1) * rowsInPart) },
    ]),
  );

/** Reads what `listParts` wrote, in its order. */
export const rowsOfParts = <Row>(
  name: string,
  parts: ReadonlyMap<string, Item>,
  parse: (item: Item) => { readonly rows: readonly Row[] },
): Row[] => {
  const rows: Row[] = [];
  for (let index = 0; ; index += 1) {
    const part = parts.get(nameOf(name, index));
    if (!part) return rows;
    rows.push(...parse(part).rows);
  }
};

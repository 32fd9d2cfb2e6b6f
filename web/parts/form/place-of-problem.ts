import { type FieldWords, formWords } from './form-words.ts';
import { labelOfField } from './read-words.ts';

/** Where in the application a problem lies: the section's id, and the field in words. */
export interface ProblemPlace {
  readonly section: string;
  readonly words: string;
}

const decode = (part: string): string => part.replace(/~1/g, '/').replace(/~0/g, '~');

const columnLabel = (field: FieldWords, column: string | undefined): string => {
  if (column === undefined || typeof field === 'string' || !('columns' in field)) return '';
  const words = field.columns[column];
  return words === undefined ? '' : labelOfField(words);
};

/**
 * Reads a JSON pointer into the form, e.g. `/resources/lines/2/quantity` → 云资源明细表 第 3 行 数量.
 * What the form does not know is named by its section alone, never by a code.
 */
export const placeOfProblem = (pointer: string): ProblemPlace => {
  const [section = '', fieldId, row, column] = pointer.split('/').slice(1).map(decode);
  const field = fieldId === undefined ? undefined : formWords[section]?.fields[fieldId];
  if (field === undefined) return { section, words: '' };
  const rowWords = row !== undefined && /^\d+$/.test(row) ? `第 ${Number(row) + 1} 行` : '';
  const words = [labelOfField(field), rowWords, columnLabel(field, column)];
  return { section, words: words.filter((word) => word !== '').join(' ') };
};

/** Problems by the section they belong to; those of no section under the empty string. */
export const groupProblems = <P extends { readonly pointer: string }>(
  problems: readonly P[],
): ReadonlyMap<string, readonly P[]> => {
  const groups = new Map<string, P[]>();
  for (const problem of problems) {
    const { section } = placeOfProblem(problem.pointer);
    const known = section in formWords ? section : '';
    groups.set(known, [...(groups.get(known) ?? []), problem]);
  }
  return groups;
};

import type { FormField, FormSection } from '#shared/contracts/forms.ts';

/** Where in the application a problem lies: the section's id, and the field in words. */
export interface ProblemPlace {
  readonly section: string;
  readonly words: string;
}

const decode = (part: string): string => part.replace(/~1/g, '/').replace(/~0/g, '~');

const columnLabel = (field: FormField, column: string | undefined): string =>
  field.kind === 'table' ? (field.columns.find(({ id }) => id === column)?.label ?? '') : '';

/**
 * Reads a JSON pointer into the form, e.g. `/resources/lines/2/quantity` → 云资源明细表 第 3 行 数量.
 * What the form does not know is named by its section alone, never by a code.
 */
export const placeOfProblem = (sections: readonly FormSection[], pointer: string): ProblemPlace => {
  const [section = '', fieldId, row, column] = pointer.split('/').slice(1).map(decode);
  const field = sections.find(({ id }) => id === section)?.fields.find(({ id }) => id === fieldId);
  if (field === undefined) return { section, words: '' };
  const rowWords = row !== undefined && /^\d+$/.test(row) ? `第 ${Number(row) + 1} 行` : '';
  const words = [field.label, rowWords, columnLabel(field, column)];
  return { section, words: words.filter((word) => word !== '').join(' ') };
};

/** Problems by the section they belong to; those of no section under the empty string. */
export const groupProblems = <P extends { readonly pointer: string }>(
  sections: readonly FormSection[],
  problems: readonly P[],
): ReadonlyMap<string, readonly P[]> => {
  const known = new Set<string>(sections.map(({ id }) => id));
  const groups = new Map<string, P[]>();
  for (const problem of problems) {
    const { section } = placeOfProblem(sections, problem.pointer);
    const group = known.has(section) ? section : '';
    groups.set(group, [...(groups.get(group) ?? []), problem]);
  }
  return groups;
};

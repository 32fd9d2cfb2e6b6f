import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormColumn, FormSection, TableField } from '../form-spec.ts';
import { isObject } from './application-form.ts';
import { checkValueShape } from './check-value-shape.ts';

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Checks an object's members against the fields that it may have; an absent member is no fault of a draft. */
const checkMembers = <F extends { readonly id: string }>(
  pointer: string,
  fields: readonly F[],
  value: unknown,
  check: (pointer: string, field: F, value: unknown) => readonly FieldRefusal[],
): readonly FieldRefusal[] => {
  if (!isObject(value))
    return [{ pointer, code: 'wrong-type', message: '此处应为一组填写项，请检查后重新提交。' }];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = `${pointer}/${escaped(key)}`;
    const field = fields.find((candidate) => candidate.id === key);
    if (field === undefined)
      return [
        { pointer: at, code: 'unknown-field', message: `表中没有“${key.slice(0, 50)}”这一项，请删除。` },
      ];
    return check(at, field, member);
  });
};

const checkCell = (pointer: string, column: FormColumn, value: unknown): readonly FieldRefusal[] => {
  const problem = checkValueShape(pointer, column, value);
  return problem === undefined ? [] : [problem];
};

const checkTable = (pointer: string, table: TableField, value: unknown): readonly FieldRefusal[] => {
  if (!Array.isArray(value))
    return [{ pointer, code: 'wrong-type', message: `“${table.label}”应为表格，请检查后重新提交。` }];
  if (value.length > table.maxRows)
    return [
      {
        pointer,
        code: 'too-many-rows',
        message: `“${table.label}”最多${table.maxRows}行，现有${value.length}行。`,
      },
    ];
  return value.flatMap((row: unknown, index) =>
    checkMembers(`${pointer}/${index}`, table.columns, row, checkCell),
  );
};

/**
 * Whether a section can be saved as a draft: no unknown fields, the right types, no text that is too long or carries
 * invisible characters. What is missing or doesn't fit the rules yet is left to `checkApplication`.
 */
export const checkSectionShape = (section: FormSection, content: unknown): readonly FieldRefusal[] =>
  checkMembers(`/${section.id}`, section.fields, content, (pointer, field, value) =>
    field.kind === 'table' ? checkTable(pointer, field, value) : checkCell(pointer, field, value),
  );

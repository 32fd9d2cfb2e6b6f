import {
  type ApplicationForm,
  isFilled,
  isObject,
  valueAt,
} from '#shared/regulation/application/application-form.ts';
import type { FormColumn, FormField } from '#shared/regulation/form-spec.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';

/** One filled field in the words of the form; a table gives one line a row. */
export interface FilledField {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface FilledSection {
  readonly title: string;
  readonly fields: readonly FilledField[];
}

/** A section's title without the blanks that the annex leaves for names. */
export const titleOf = ({ title }: { readonly title: string }): string => title.replace(/^.*XX ?系统/, '');

/** A value of a field that is no table, as the form's own words. */
export const wordsOf = (field: FormColumn | FormField, value: unknown): string => {
  const labelOf = (one: unknown): string =>
    ('options' in field ? field.options : []).find((option) => option.value === one)?.label ?? String(one);
  if (!isFilled(value)) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.map(labelOf).join('、') : labelOf(value);
};

const rowWords = (columns: readonly FormColumn[], row: unknown): string =>
  columns
    .filter(({ id }) => isObject(row) && isFilled(row[id]))
    .map((column) => `${column.label}：${wordsOf(column, isObject(row) ? row[column.id] : undefined)}`)
    .join('；');

const linesOf = (field: FormField, value: unknown): readonly string[] =>
  field.kind === 'table'
    ? (Array.isArray(value) ? value : []).map((row: unknown) => rowWords(field.columns, row))
    : wordsOf(field, value).split('\n');

/** What has been filled in, section by section; the resource table is left to whoever prices it. */
export const fillSections = (rules: CloudApplicationRules, form: ApplicationForm): readonly FilledSection[] =>
  rules.form.sections
    .filter(({ id }) => id !== 'resources')
    .map(({ id, title, fields }) => ({
      title: titleOf({ title }),
      fields: fields
        .map((field) => ({ field, value: valueAt(form, `/${id}/${field.id}`) }))
        .filter(({ value }) => isFilled(value))
        .map(({ field, value }) => ({ label: field.label, lines: linesOf(field, value) })),
    }))
    .filter(({ fields }) => fields.length > 0);

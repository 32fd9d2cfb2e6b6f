import { expect, test } from 'vitest';
import { offeredApplication, profileOf } from '#shared/regulation/find-profile.ts';
import type { FormColumn, FormField } from '#shared/regulation/form-spec.ts';
import { formWords } from '../../../../../web/parts/form/form-words.ts';

const wordsOfColumn = (column: FormColumn) =>
  'options' in column
    ? [column.label, Object.fromEntries(column.options.map(({ value, label }) => [value, label]))]
    : column.label;

const wordsOfField = (field: FormField) =>
  field.kind === 'table'
    ? {
        label: field.label,
        columns: Object.fromEntries(field.columns.map((column) => [column.id, wordsOfColumn(column)])),
      }
    : wordsOfColumn(field);

test("every field of the regulation's form is shown under its official label", () => {
  const profile = profileOf('yancheng');
  const rules = profile && offeredApplication(profile);
  if (!rules) throw new Error('Yancheng offers the cloud application');
  const official = rules.form.sections.map(({ id, fields }) => [
    id,
    Object.fromEntries(fields.map((field) => [field.id, wordsOfField(field)])),
  ]);
  const shown = Object.entries(formWords).map(([id, { fields }]) => [id, fields]);
  expect(shown).toEqual(official);
});

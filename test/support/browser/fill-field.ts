import type { Locator } from 'playwright-core';
import type { FormColumn } from '#shared/contracts/forms.ts';

const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(（选填）)?$`);

const labelOf = (field: FormColumn, value: unknown): string =>
  'options' in field ? (field.options.find((option) => option.value === value)?.label ?? '') : '';

/** Presses the answers of a question, by their official words. */
const press = async (group: Locator, field: FormColumn, value: unknown): Promise<void> => {
  if (field.kind === 'choices') {
    for (const part of value as readonly unknown[])
      await group.getByRole('checkbox', { name: labelOf(field, part), exact: true }).check();
    return;
  }
  if (field.kind === 'boolean' && field.pledge !== undefined) return group.getByRole('checkbox').check();
  const answer = field.kind === 'boolean' ? (value === true ? '是' : '否') : labelOf(field, value);
  await group.getByRole('radio', { name: answer, exact: true }).check();
};

/** Answers one question of a section under its official label. */
export const fillField = async (section: Locator, field: FormColumn, value: unknown): Promise<void> => {
  if (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'boolean')
    await press(section.getByRole('group', { name: exactly(field.label) }), field, value);
  else await section.getByLabel(exactly(field.label)).fill(String(value));
};

/** Fills one cell of a table of the form; `line` counts from 1. */
export const fillCell = async (
  section: Locator,
  line: number,
  column: FormColumn,
  value: string,
): Promise<void> => {
  const cell = section.getByLabel(`第 ${line} 行 ${column.label}`, { exact: true });
  if (column.kind === 'choice') await cell.selectOption({ label: labelOf(column, value) });
  else await cell.fill(value);
  // The first product that fits what was typed stands ready to be taken.
  if (column.kind === 'product') await cell.press('Enter');
};

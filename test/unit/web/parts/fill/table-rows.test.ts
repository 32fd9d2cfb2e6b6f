import { expect, test } from 'vitest';
import type { TableField } from '#shared/contracts/forms.ts';
import { rules } from '#test/support/sample-application.ts';
import { isGivenRow, newRow, shownRows } from '../../../../../web/parts/fill/table-rows.ts';

const tableAt = (section: string, id: string): TableField => {
  const field = rules.form.sections
    .find((candidate) => candidate.id === section)
    ?.fields.find((candidate) => candidate.id === id);
  if (field?.kind !== 'table') throw new Error(`no table ${section}.${id}`);
  return field;
};
const people = tableAt('contacts', 'people');
const lines = tableAt('resources', 'lines');

test('the four contacts are there to be filled, those stored first', () => {
  const rows = shownRows(people, [{ role: 'business', name: '王晓芳' }]);
  expect(rows.map(({ role }) => role)).toEqual(['business', 'cdo', 'vendorManager', 'maintenance']);
});

test('a role that stands twice may be removed, the first of them not', () => {
  const rows = shownRows(people, [{ role: 'cdo' }, { role: 'cdo' }, { name: '某人' }]);
  expect(rows.map((_, place) => isGivenRow(people, rows, place))).toEqual([
    true,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('a new line takes the next number, a copy everything else as well', () => {
  expect(newRow(lines, [{ lineNo: 7 }, {}])).toEqual({ lineNo: 8 });
  expect(newRow(lines, [{ lineNo: 7, quantity: 2 }], { lineNo: 7, quantity: 2 })).toEqual({
    lineNo: 8,
    quantity: 2,
  });
});

test.each([[undefined], ['x'], [{}]])('a table typed as %j has no rows', (value) => {
  expect(shownRows(lines, value)).toEqual([]);
});

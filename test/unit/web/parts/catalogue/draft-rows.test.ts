import { expect, test } from 'vitest';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { draftTable, productOf, rowOf } from '../../../../../web/parts/catalogue/draft-rows.ts';
import { readSheet } from '../../../../../web/parts/fill/read-sheet.ts';
import { writeSheet } from '../../../../../web/parts/fill/write-sheet.ts';

const rules = profileOf('yancheng')?.catalogue;
if (!rules) throw new Error('no rules');
const kinds = Object.entries(productKinds).map(([kind, label]) => ({
  kind: kind as keyof typeof productKinds,
  label,
}));
const table = draftTable({ kinds, rules });
const none = new Map();

test('a catalogue goes out into a sheet and comes back the same, to the fen', () => {
  const sheet = writeSheet(table, demoCatalogue.products.map(rowOf), none);
  const read = readSheet(table, sheet, none);
  expect('rows' in read && read.rows.map(productOf)).toEqual(demoCatalogue.products);
});

test('a text that a spreadsheet would run goes out quoted and comes back bare', () => {
  const [first] = demoCatalogue.products;
  if (!first) throw new Error('empty');
  const sheet = writeSheet(table, [rowOf({ ...first, name: '=1+1' })], none);
  expect(sheet[1]?.[1]).toBe("'=1+1");
  const read = readSheet(table, sheet, none);
  expect('rows' in read && read.rows[0]?.['name']).toBe('=1+1');
});

test('every bad cell is named, and a date that the spreadsheet made is a date', () => {
  const head = table.columns.map(({ label }) => label);
  const good = ['a', '甲', '云主机', '规格', '台', 120.5, new Date('2027-01-01'), null];
  const bad = ['b', '乙', '云主', '规格', '台', '120.505', '2027年', null];
  expect(readSheet(table, [head, good], none)).toMatchObject({
    rows: [{ kind: 'host', unitPriceFen: '120.5', effectiveFrom: '2027-01-01' }],
  });
  const read = readSheet(table, [head, good, bad], none);
  expect('bad' in read && read.bad.map(({ cell }) => cell)).toEqual(['C3', 'F3', 'G3']);
});

import { expect, test } from 'vitest';
import type { TableField } from '#shared/contracts/forms.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { exampleApplication, rules } from '#test/support/sample-application.ts';
import { readSheet } from '../../../../../web/parts/fill/read-sheet.ts';
import type { Row } from '../../../../../web/parts/fill/table-rows.ts';
import { writeGuide, writeSheet } from '../../../../../web/parts/fill/write-sheet.ts';

const field = rules.form.sections.find(({ id }) => id === 'resources')?.fields[0];
if (field?.kind !== 'table') throw new Error('the resource table is a table');
const table: TableField = field;
const products = new Map(demoCatalogue.products.map((product) => [product.id, product]));
const lines = exampleApplication.sections['resources']?.['lines'] as readonly Row[];
const read = (sheet: Parameters<typeof readSheet>[1]) => readSheet(table, sheet, products);
const head = table.columns.map(({ label }) => label);

test('what goes out comes back the same', () => {
  expect(read(writeSheet(table, lines, products))).toEqual({ rows: lines });
});

test.each(['=1+1', '+86', '-5', '@SUM(A1)', "'=1", "'quoted"])(
  '%s goes out as text and comes back',
  (remark) => {
    const rows = [{ lineNo: 1, remark }];
    const sheet = writeSheet(table, rows, products);
    expect(sheet[1]?.[head.indexOf('备注')]).not.toMatch(/^[=+\-@\t]/);
    expect(read(sheet)).toEqual({ rows });
  },
);

test('every bad cell is named by its place, and nothing is taken over', () => {
  const sheet = [
    head,
    [1, '通用型云主机 8核16G', 2, '县级资源池', '政务外网区'],
    ['一', '超级电脑', 0, '火星', '政务外网区', 'x'.repeat(501)],
  ];
  const answer = read(sheet);
  expect('bad' in answer && answer.bad.map(({ cell }) => cell)).toEqual(['A3', 'B3', 'C3', 'D3', 'F3']);
});

test('columns stand in any order, more of them do no harm, empty lines are left out, numbers are given', () => {
  const sheet = [
    ['数量', '单价', '产品规格名称', '部署区域', '资源池', '序号'],
    ['3', 120, 'host-2c4g', '互联网区', '市级资源池'],
    [null, 99, null],
    [1, 120, '对象存储（三副本 1TB）', '互联网区', '市级资源池'],
  ];
  const answer = read(sheet);
  expect(
    'rows' in answer && answer.rows.map(({ lineNo, productId, quantity }) => [lineNo, productId, quantity]),
  ).toEqual([
    [1, 'host-2c4g', 3],
    [2, 'object-1t', 1],
  ]);
});

test('a sheet without the columns that must be filled is refused by their names', () => {
  expect(read([['数量']])).toMatchObject({ bad: [{ message: expect.stringContaining('产品规格名称') }] });
  expect(read([])).toMatchObject({ bad: [{ cell: '第 1 行' }] });
});

test('the guide lists what may be written', () => {
  const said = writeGuide(table, products).map((cells) => cells.slice(0, 2).join(' '));
  expect(said).toEqual(expect.arrayContaining(['资源池 县级资源池', '数量 整数']));
  expect(said.filter((line) => line.startsWith('产品规格名称 '))).toHaveLength(products.size);
});

import type { Locator, Page } from 'playwright-core';
import writeWorkbook from 'write-excel-file/node';
import type { FormSection, TableField } from '#shared/contracts/forms.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { rules } from '#test/support/sample-application.ts';
import type { Row } from '../../../web/parts/fill/table-rows.ts';
import { writeSheet } from '../../../web/parts/fill/write-sheet.ts';
import { fillCell, fillField } from './fill-field.ts';

const products = new Map(demoCatalogue.products.map((product) => [product.id, product]));

/** What a person types into a cell: a product by its name and specification. */
const typed = (table: TableField, column: string, value: unknown): string => {
  const product =
    table.columns.find(({ id }) => id === column)?.kind === 'product' && products.get(String(value));
  return product ? `${product.name} ${product.specification}` : String(value);
};

const typeRow = async (section: Locator, table: TableField, line: number, row: Row): Promise<void> => {
  for (const column of table.columns)
    if (row[column.id] !== undefined && column.id !== table.uniqueColumn && column.id !== table.oneRowPer)
      await fillCell(section, line, column, typed(table, column.id, row[column.id]));
};

/** A workbook of the rows, chosen from the clerk's disk. */
const importRows = async (section: Locator, table: TableField, rows: readonly Row[]): Promise<void> => {
  const data = writeSheet(table, rows, products).map((cells) =>
    cells.map((cell) => (cell === null ? null : { value: cell })),
  );
  const buffer = await writeWorkbook([{ sheet: table.label, data }]).toBuffer();
  await section.getByLabel(`选择${table.label}的 Excel 文件`).setInputFiles({
    name: `${table.label}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
  await section.getByText(`已导入 ${rows.length} 行`).waitFor();
};

/** Longer tables come from Excel but for their last lines, which are typed. */
const mostTyped = 4;
const typedAfterImport = 2;

const fillTable = async (section: Locator, table: TableField, rows: readonly Row[]): Promise<void> => {
  const imported = rows.length > mostTyped ? rows.length - typedAfterImport : 0;
  if (imported > 0) await importRows(section, table, rows.slice(0, imported));
  for (const [at, row] of rows.entries()) {
    if (at < imported) continue;
    if (table.oneRowPer === undefined) await section.getByRole('button', { name: '添加一行' }).click();
    await typeRow(section, table, at + 1, row);
  }
};

const fillSection = async (page: Page, section: FormSection, content: Row): Promise<void> => {
  const place = page.getByRole('region', { name: new RegExp(`^${section.name}(（可选）)?$`) });
  for (const field of section.fields) {
    const value = content[field.id];
    if (value === undefined) continue;
    if (field.kind === 'table') await fillTable(place, field, value as readonly Row[]);
    else await fillField(place, field, value);
  }
};

/** Fills the open form as a clerk does, question by question, and waits until everything is saved. */
export const fillApplication = async (page: Page, sections: Readonly<Record<string, Row>>): Promise<void> => {
  for (const section of rules.form.sections) await fillSection(page, section, sections[section.id] ?? {});
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
};

/** Asks what is left to be done, files included, and hears that nothing is. */
export const checkApplication = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '检查' }).click();
  await page.getByText('没有发现问题。').waitFor();
};

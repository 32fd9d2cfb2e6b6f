import { type ChangeEvent, useContext, useRef, useState } from 'react';
import type { TableField } from '#shared/contracts/forms.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { saveFile } from '../save-file.ts';
import { ProductChoiceContext } from './product-choice.ts';
import { type BadCell, readSheet } from './read-sheet.ts';
import type { Row } from './table-rows.ts';
import { writeGuide, writeSheet } from './write-sheet.ts';

interface ExcelToolsProps {
  readonly table: TableField;
  readonly rows: readonly Row[];
  readonly onTake: (rows: readonly Row[]) => void;
}

type Told =
  | { readonly taken: number; readonly before: readonly Row[] }
  | { readonly bad: readonly BadCell[] };

const notAWorkbook: BadCell = { cell: '文件', message: '不是 Excel 工作簿（.xlsx），请使用下载的模板填写。' };
const shownCells = 20;

const BadCells = ({ bad }: { readonly bad: readonly BadCell[] }) => (
  <Notice
    type="warning"
    title={`表格中有 ${bad.length} 处不能导入，全部改正后再导入；原有内容没有变动`}
    description={
      <ul className="problem-list">
        {bad.slice(0, shownCells).map(({ cell, message }) => (
          <li key={`${cell} ${message}`}>
            <strong>{cell}</strong>：{message}
          </li>
        ))}
        {bad.length > shownCells && <li>等</li>}
      </ul>
    }
  />
);

/** The table as a workbook out and in; a taken over one can be taken back. */
export const ExcelTools = ({ table, rows, onTake }: ExcelToolsProps) => {
  const { products } = useContext(ProductChoiceContext);
  const picker = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told>();
  const download = async () => {
    const { writeWorkbook } = await import('./workbook.ts');
    const sheet = writeSheet(table, rows, products);
    saveFile(`${table.label}.xlsx`, await writeWorkbook(table.label, sheet, writeGuide(table, products)));
  };
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    const { readWorkbook } = await import('./workbook.ts');
    const sheet = await readWorkbook(file).catch(() => undefined);
    // Emptied, so that the same file can be chosen again after it was mended.
    input.value = '';
    const read = sheet ? readSheet(table, sheet, products) : { bad: [notAWorkbook] };
    setTold('rows' in read ? { taken: read.rows.length, before: rows } : read);
    if ('rows' in read) onTake(read.rows);
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".xlsx"
        hidden
        aria-label={`选择${table.label}的 Excel 文件`}
        onChange={(event) => void take(event)}
      />
      <Button size="small" onClick={() => void download()}>
        下载 Excel
      </Button>
      <Button size="small" onClick={() => picker.current?.click()}>
        从 Excel 导入
      </Button>
      {told && 'taken' in told && (
        <span role="status" className="fill-taken">
          已导入 {told.taken} 行，替换原有 {told.before.length} 行。
          <Button
            type="link"
            size="small"
            onClick={() => {
              onTake(told.before);
              setTold(undefined);
            }}
          >
            撤销导入
          </Button>
        </span>
      )}
      {told && 'bad' in told && (
        <div className="fill-taken">
          <BadCells bad={told.bad} />
        </div>
      )}
    </>
  );
};

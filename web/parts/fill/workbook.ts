import readWorkbookFile from 'read-excel-file/browser';
import writeWorkbookFile from 'write-excel-file/browser';
import type { Sheet } from './write-sheet.ts';

/** Loaded only when somebody asks for a workbook. @throws when the file is no workbook. */
export const readWorkbook = async (file: File): Promise<readonly (readonly unknown[])[]> => {
  const [first] = await readWorkbookFile(file);
  return first?.data ?? [];
};

const bold = (line: number, cell: Sheet[number][number]) =>
  cell === null ? null : { value: cell, ...(line === 0 ? { fontWeight: 'bold' as const } : {}) };

const written = (name: string, sheet: Sheet) => ({
  sheet: name,
  data: sheet.map((cells, line) => cells.map((cell) => bold(line, cell))),
  columns: (sheet[0] ?? []).map(() => ({ width: 24 })),
  stickyRowsCount: 1,
});

/** A workbook of one sheet of values. */
export const writeValues = (name: string, sheet: Sheet): Promise<Blob> =>
  writeWorkbookFile([written(name, sheet)]).toBlob();

/** A workbook of the table and of what may be written into it. */
export const writeWorkbook = (name: string, table: Sheet, guide: Sheet): Promise<Blob> =>
  writeWorkbookFile([written(name, table), written('填写说明', guide)]).toBlob();

import type { ListedCase } from '#shared/contracts/cases.ts';
import { quoted, type Sheet } from '../fill/write-sheet.ts';
import type { CaseColumn } from './columns.tsx';

/** The shown columns of the cases as a sheet: values only, nothing that a spreadsheet would run. */
export const caseSheet = (columns: readonly CaseColumn[], cases: readonly ListedCase[]): Sheet => [
  columns.map(({ label }) => label),
  ...cases.map((matter) =>
    columns.map(({ text }) => {
      const words = text(matter);
      return words === '' ? null : quoted(words);
    }),
  ),
];

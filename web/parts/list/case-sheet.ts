import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { quoted, type Sheet } from '../fill/write-sheet.ts';

/** What a column is called and what it says of a case. */
interface SheetColumn {
  readonly label: string;
  readonly text: (matter: ListedCase) => string;
}

/** The shown columns of the cases as a sheet: values only, nothing that a spreadsheet would run. */
export const caseSheet = (columns: readonly SheetColumn[], cases: readonly ListedCase[]): Sheet => [
  columns.map(({ label }) => label),
  ...cases.map((matter) =>
    columns.map(({ text }) => {
      const words = text(matter);
      return words === '' ? null : quoted(words);
    }),
  ),
];

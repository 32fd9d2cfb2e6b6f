import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { TableField } from '../form-spec.ts';
import { checkValue } from './check-value.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const checkCells = (pointer: string, table: TableField, rows: Rows): readonly FieldRefusal[] =>
  rows.flatMap((row, index) =>
    table.columns.flatMap((column) => {
      const problem = checkValue(
        `${pointer}/${index}/${column.id}`,
        column,
        row[column.id],
        `第${index + 1}行`,
      );
      return problem === undefined ? [] : [problem];
    }),
  );

const checkUnique = (pointer: string, table: TableField, rows: Rows): readonly FieldRefusal[] => {
  const { uniqueColumn } = table;
  if (uniqueColumn === undefined) return [];
  const label = table.columns.find(({ id }) => id === uniqueColumn)?.label ?? uniqueColumn;
  const values = rows.map((row) => row[uniqueColumn]);
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index
      ? [
          {
            pointer: `${pointer}/${index}/${uniqueColumn}`,
            code: 'duplicate-value',
            message: `第${index + 1}行“${label}”与第${values.indexOf(value) + 1}行重复，请改为不同的值。`,
            clause: table.clause,
          },
        ]
      : [],
  );
};

const checkOneRowPer = (pointer: string, table: TableField, rows: Rows): readonly FieldRefusal[] => {
  const column = table.columns.find(({ id }) => id === table.oneRowPer);
  if (column?.kind !== 'choice') return [];
  return column.options.flatMap(({ value, label }) => {
    const times = rows.filter((row) => row[column.id] === value).length;
    if (times === 1) return [];
    const message =
      times === 0
        ? `“${table.label}”缺少${label}，请补充一行。`
        : `“${table.label}”中${label}有${times}行，请只保留一行。`;
    return [{ pointer, code: times === 0 ? 'row-missing' : 'row-repeated', message, clause: table.clause }];
  });
};

const checkSize = (pointer: string, table: TableField, rows: Rows): readonly FieldRefusal[] =>
  table.oneRowPer !== undefined || rows.length >= table.minRows
    ? []
    : [
        {
          pointer,
          code: 'rows-missing',
          message: `“${table.label}”至少填写${table.minRows}行，请补充。`,
          clause: table.clause,
        },
      ];

/** Whether a table is complete: enough rows, each cell, no number twice, one row for each that must have one. */
export const checkTableRows = (pointer: string, table: TableField, rows: Rows): readonly FieldRefusal[] => [
  ...checkSize(pointer, table, rows),
  ...checkOneRowPer(pointer, table, rows),
  ...checkUnique(pointer, table, rows),
  ...checkCells(pointer, table, rows),
];

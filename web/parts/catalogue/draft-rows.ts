import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';
import type { DraftBody, DraftView } from '#shared/contracts/catalogue-versions.ts';
import type { FormColumn, TableField } from '#shared/contracts/forms.ts';
import { checkValue } from '#shared/regulation/application/check-value.ts';
import { checkValueShape } from '#shared/regulation/application/check-value-shape.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import type { Row } from '../fill/table-rows.ts';

type DraftProduct = DraftBody['products'][number];

const text = (
  id: string,
  label: string,
  maxLength: number,
  clause: string,
  more: object = {},
): FormColumn => ({
  id,
  label,
  kind: 'text',
  required: true,
  maxLength,
  clause,
  ...more,
});

/** The catalogue as a table to be written on screen or in a workbook; the price is in yuan. */
export const draftTable = ({ kinds, rules }: Pick<DraftView, 'kinds' | 'rules'>): TableField => {
  const { clause } = rules.drafts;
  const optional = { required: false } as const;
  const reason = rules.budgetStandards && {
    help: '单价高于支出预算标准时填写。',
    clause: rules.budgetStandards.above.clause,
  };
  return {
    id: 'products',
    label: '统一服务目录',
    kind: 'table',
    required: true,
    clause,
    minRows: 1,
    maxRows: 2000,
    columns: [
      text('id', '产品编码', 40, clause, { help: '小写字母、数字和短横线，以字母开头；发布后不能改。' }),
      text('name', '产品名称', 60, clause),
      {
        ...{ id: 'kind', label: '类别', kind: 'choice', required: true, clause },
        options: kinds.map(({ kind, label }) => ({ value: kind, label })),
      },
      text('specification', '规格', 200, clause),
      text('unit', '计量单位', 10, clause),
      { id: 'unitPriceFen', label: '单价（元/月）', kind: 'money', required: true, clause },
      {
        ...{ id: 'effectiveFrom', label: '价格生效日期', kind: 'date', ...optional, clause },
        help: '新增产品可晚于本版生效；其余由系统确定，可不填。',
      },
      {
        ...{ id: 'retiredOn', label: '下架日期', kind: 'date', ...optional, clause },
        help: '自这一天起不再受理申请。',
      },
      ...(reason ? [text('aboveStandardReason', '超标准说明', 200, clause, { ...optional, ...reason })] : []),
    ],
  };
};

export const rowOf = ({ unitPriceFen, ...product }: CatalogueProductView): Row => ({
  ...product,
  unitPriceFen: (unitPriceFen / 100).toFixed(2),
});

/** Yuan with up to two decimals → fen, digit by digit. */
export const fenOf = (yuan: string): number => {
  const [whole = '0', cents = ''] = yuan.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
};

/** A row that was checked, as the API takes it. */
export const productOf = (row: Row): DraftProduct => {
  const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value != null));
  return { ...filled, unitPriceFen: fenOf(String(row['unitPriceFen'])) } as unknown as DraftProduct;
};

/** What keeps a row from being saved, column by column. */
export const checkRow = (table: TableField, row: Row, pointer: string): readonly FieldProblem[] =>
  table.columns.flatMap((column) => {
    const value = row[column.id];
    const at = `${pointer}/${column.id}`;
    const fault =
      (value === undefined ? undefined : checkValueShape(at, column, value)) ?? checkValue(at, column, value);
    return fault ? [fault] : [];
  });

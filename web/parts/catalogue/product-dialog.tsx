import { Modal } from 'antd';
import { useState } from 'react';
import type { TableField } from '#shared/contracts/forms.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { FieldFrame, problemIdOf } from '../fill/field-frame.tsx';
import { FieldInput } from '../fill/field-input.tsx';
import { problemsAt } from '../fill/same-problems.ts';
import { withValue } from '../fill/settle-form.ts';
import type { Row } from '../fill/table-rows.ts';
import { checkRow } from './draft-rows.ts';
import '../fill/fill.css';

interface ProductDialogProps {
  readonly table: TableField;
  /** The product as it stands; empty for a new one. */
  readonly row: Row;
  /** A product of the version before keeps its code. */
  readonly known: boolean;
  /** Codes of the other products. */
  readonly taken: ReadonlySet<string>;
  readonly onTake: (row: Row) => void;
  readonly onClose: () => void;
}

const codePattern = /^[a-z][a-z0-9-]{0,39}$/;

const codeProblems = (row: Row, taken: ReadonlySet<string>): readonly FieldProblem[] => {
  const code = String(row['id'] ?? '');
  const told = (message: string) => [{ pointer: '/product/id', code: 'code', message }];
  if (taken.has(code)) return told(`编码 ${code} 已有产品使用，请换一个。`);
  return code === '' || codePattern.test(code)
    ? []
    : told('编码只能用小写字母、数字和短横线，以字母开头，最多 40 位。');
};

/** One product of a draft. */
export const ProductDialog = ({ table, row, known, taken, onTake, onClose }: ProductDialogProps) => {
  const [written, setWritten] = useState(row);
  const [checked, setChecked] = useState(false);
  const problems = [...checkRow(table, written, '/product'), ...codeProblems(written, taken)];
  const shown = checked ? problems : [];
  const take = () => {
    setChecked(true);
    if (problems.length === 0) onTake(written);
  };
  return (
    <Modal
      open
      width={760}
      title={known ? `修改“${String(row['name'])}”` : '新增产品'}
      okText="确定"
      cancelText="取消"
      onOk={take}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="fill-fields">
        {table.columns
          .filter(({ id }) => !(known && (id === 'id' || id === 'effectiveFrom')))
          .map((column) => {
            const at = `/product/${column.id}`;
            const own = problemsAt(shown, at);
            return (
              <FieldFrame key={column.id} field={column} pointer={at} problems={own}>
                <FieldInput
                  field={column}
                  pointer={at}
                  value={written[column.id]}
                  invalid={own.length > 0}
                  describedBy={own.length > 0 ? problemIdOf(at) : undefined}
                  onChange={(value) => setWritten(withValue(written, column.id, value))}
                />
              </FieldFrame>
            );
          })}
      </div>
    </Modal>
  );
};

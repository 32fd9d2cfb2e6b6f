import { Input } from 'antd';
import { useId, useState } from 'react';
import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';
import type { TableField } from '#shared/contracts/forms.ts';
import type { Answer } from '../../api/call-operation.ts';
import { useCatalogueCommand } from '../../api/catalogue.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { ExcelTools } from '../fill/excel-tools.tsx';
import type { Row } from '../fill/table-rows.ts';
import { formatMoney } from '../format-money.ts';
import { Notice } from '../notice.tsx';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TableFrame } from '../table-frame.tsx';
import { fenOf } from './draft-rows.ts';
import '../case/case.css';
import '../fill/fill.css';

interface StandardsEditorProps {
  readonly standards: Answer<'getBudgetStandards'>;
  readonly products: readonly CatalogueProductView[];
  readonly clause: string;
  readonly onRefresh: () => unknown;
}

const money = /^\d{1,6}(\.\d{1,2})?$/;

const tableOf = (clause: string): TableField => ({
  ...{ id: 'standards', label: '支出预算标准', kind: 'table', required: true, clause, minRows: 0 },
  maxRows: 2000,
  columns: [
    { id: 'productId', label: '产品编码', kind: 'text', maxLength: 40, required: true, clause },
    { id: 'ceiling', label: '标准（元/月）', kind: 'money', required: false, clause },
  ],
});

type Ceilings = Readonly<Record<string, string>>;

const written = (standards: StandardsEditorProps['standards']): Ceilings =>
  Object.fromEntries(
    standards.items.map(({ productId, ceilingFen }) => [productId, (ceilingFen / 100).toFixed(2)]),
  );

const taken = (rows: readonly Row[]): Ceilings =>
  Object.fromEntries(rows.map((row) => [String(row['productId']), String(row['ceiling'] ?? '')]));

/** 财政部门 sets the highest price of each product; an empty field sets none. */
export const StandardsEditor = ({ standards, products, clause, onRefresh }: StandardsEditorProps) => {
  const [document, setDocument] = useState(standards.document ?? '');
  const [ceilings, setCeilings] = useState<Ceilings>(() => written(standards));
  const documentId = useId();
  const save = useCatalogueCommand('saveBudgetStandards');
  const filled = Object.entries(ceilings).filter(([, yuan]) => yuan !== '');
  const wrong = new Set(filled.filter(([, yuan]) => !money.test(yuan)).map(([id]) => id));
  const submit = () =>
    save.mutate({
      version: standards.version,
      body: {
        document: document.trim(),
        items: filled.map(([productId, yuan]) => ({ productId, ceilingFen: fenOf(yuan) })),
      },
    });
  return (
    <section className="panel" aria-labelledby="standards-editor">
      <h2 id="standards-editor">制定标准</h2>
      <label className="field-label" htmlFor={documentId}>
        依据文件（必填）
      </label>
      <Input
        id={documentId}
        maxLength={60}
        value={document}
        onChange={(event) => setDocument(event.target.value)}
      />
      <div className="catalogue-tools standards-tools">
        <ExcelTools
          table={tableOf(clause)}
          rows={products.map(({ id }) => ({ productId: id, ceiling: ceilings[id] ?? '' }))}
          onTake={(rows) => setCeilings(taken(rows))}
        />
      </div>
      <TableFrame label="支出预算标准">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">产品名称</th>
              <th scope="col">规格</th>
              <th scope="col" className="number">
                现行单价
              </th>
              <th scope="col">标准（元/月）</th>
            </tr>
          </thead>
          <tbody>
            {products.map(({ id, name, specification, unit, unitPriceFen }) => (
              <tr key={id}>
                <td data-label="产品名称">
                  <span>
                    <strong>{name}</strong>
                    <small className="catalogue-code">{id}</small>
                  </span>
                </td>
                <td data-label="规格">
                  {specification}（{unit}）
                </td>
                <td data-label="现行单价" className="number">
                  {formatMoney(unitPriceFen)}
                </td>
                <td data-label="标准（元/月）">
                  <Input
                    aria-label={`${name}的标准（元/月）`}
                    inputMode="decimal"
                    value={ceilings[id] ?? ''}
                    status={wrong.has(id) ? 'error' : ''}
                    aria-invalid={wrong.has(id) || undefined}
                    onChange={(event) => setCeilings({ ...ceilings, [id]: event.target.value.trim() })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {wrong.size > 0 && (
        <Notice type="warning" title={`有 ${wrong.size} 处金额不对，应不超过六位整数和两位小数，如 120.50`} />
      )}
      {save.error && (
        <ProblemPanel
          error={save.error}
          onRetry={isStale(save.error) ? onRefresh : undefined}
          retryLabel="放弃我的修改并刷新"
        />
      )}
      {save.error && <ProblemList error={save.error} />}
      {save.isSuccess && <Notice type="success" title="标准已保存，自下一次起草和审定起适用" />}
      <div className="action-bar">
        <span className="action-bar-text quiet">已定 {filled.length} 项；留空的产品不设标准。</span>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={document.trim() === '' || wrong.size > 0}
          onClick={submit}
        >
          保存标准
        </Button>
      </div>
    </section>
  );
};

import type { CaseView, TaskView } from '#shared/contracts/cases.ts';
import type { FormSection } from '#shared/contracts/forms.ts';
import { useCatalogue } from '../../api/reads.ts';
import { type Assessing, assessingLevels, lastAssessments } from '../case/assessment.ts';
import { formatMoney } from '../format-money.ts';
import { dateOf } from '../format-time.ts';
import { productsInForce } from './products-in-force.ts';
import type { ResourceLine } from './resource-lines.ts';
import { ResourceRow } from './resource-row.tsx';
import './form.css';
import { TableFrame } from '../table-frame.tsx';

interface ResourceTableProps {
  readonly section: FormSection;
  readonly lines: readonly ResourceLine[];
  readonly tasks: readonly TaskView[];
  readonly monthlyCostFen: number;
  /** What the case is reckoned by, whatever the catalogue says by now. */
  readonly prices: CaseView['prices'];
  readonly assessing: Assessing | undefined;
}

/** 云资源明细表 with what was asked and what each level held reasonable side by side. */
export const ResourceTable = (props: ResourceTableProps) => {
  const { section, lines, tasks, monthlyCostFen, prices, assessing } = props;
  const catalogue = useCatalogue();
  const products = productsInForce(catalogue.data, dateOf(new Date()));
  const levels = assessingLevels
    .map((level) => ({ ...level, assessed: lastAssessments(tasks, level.step) }))
    .filter(({ step, assessed }) => assessed.size > 0 || step === assessing?.step);
  return (
    <TableFrame label="云资源明细表">
      <table className="table resource-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              序号
            </th>
            <th scope="col">产品规格名称</th>
            <th scope="col" className="number">
              单价（元/月）
            </th>
            <th scope="col" className="number">
              申请数量
            </th>
            {levels.map(({ step, heading }) => (
              <th key={step} scope="col" className="number">
                {heading}
              </th>
            ))}
            <th scope="col">部署位置</th>
            <th scope="col">用途与测算依据</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <ResourceRow
              key={line.place}
              section={section}
              line={line}
              unitPriceFen={prices.find(({ productId }) => productId === line.productId)?.unitPriceFen}
              product={line.productId === undefined ? undefined : products.get(line.productId)}
              levels={levels}
              assessing={assessing}
            />
          ))}
        </tbody>
      </table>
      <p className="table-total">
        共 {lines.length} 行，每月费用合计 <strong>{formatMoney(monthlyCostFen)}</strong>
      </p>
    </TableFrame>
  );
};

import { Link } from 'react-router';
import type { ReviewView } from '#shared/contracts/case-desk.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useCatalogue, useForm } from '../../api/reads.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatMoney } from '../format-money.ts';
import { dateOf, formatDate } from '../format-time.ts';
import { StatusTag } from '../status-tag.tsx';
import { TableFrame } from '../table-frame.tsx';
import type { MyTask } from './use-my-task.ts';

const Others = ({ review }: { readonly review: ReviewView }) => (
  <>
    {review.others.length === 0 && <p className="quiet">该单位没有其他已提交的申请。</p>}
    <ul className="plain-list">
      {review.others.map((other) => (
        <li key={other.caseId} className="other-case">
          <div>
            <Link to={`/cases/${other.caseId}`}>{other.systemName}</Link> <StatusTag of={other} />{' '}
            <span className="quiet small">{other.number}</span>
            <span className="quiet small">
              　{formatDate(dateOf(new Date(other.updatedAt)))} · {formatMoney(other.monthlyCostFen)}/月
            </span>
          </div>
          <div className="small quiet">
            {other.quantities.map(({ name, quantity, unit }) => `${name} ${quantity}${unit}`).join('，')}
          </div>
        </li>
      ))}
    </ul>
    {review.more && <p className="quiet small">只列最近的申请，更早的请在办件中按单位查找。</p>}
  </>
);

/** The catalogue as the reviewer compares by: specification, unit, price. */
const CatalogueTable = () => {
  const catalogue = useCatalogue();
  const products = (catalogue.data?.products ?? []).filter(({ retiredOn }) => retiredOn === undefined);
  return (
    <TableFrame label="统一服务目录">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">产品</th>
            <th scope="col">规格</th>
            <th scope="col">单位</th>
            <th scope="col" className="number">
              单价（元/月）
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map(({ id, name, specification, unit, unitPriceFen }) => (
            <tr key={id}>
              <td data-label="产品">{name}</td>
              <td data-label="规格">{specification}</td>
              <td data-label="单位">{unit}</td>
              <td data-label="单价（元/月）" className="number">
                {formatMoney(unitPriceFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
};

const Limits = ({ view }: { readonly view: CaseView }) => {
  const range = useForm(view.kind, view.ruleVersion).data?.limits.utilisationPercent;
  return (
    range && (
      <p>
        资源使用率的合理区间 {range.value.min}%～{range.value.max}% <ClauseChip clause={range.clause} />
      </p>
    )
  );
};

interface ReviewPanelProps {
  readonly mine: MyTask;
  readonly view: CaseView;
}

/** 审核参考: the department's other applications and the catalogue, beside the assessment. */
export const ReviewPanel = ({ mine, view }: ReviewPanelProps) => {
  if (!mine.task?.assesses || !mine.review.data) return null;
  return (
    <section className="panel" aria-labelledby="review">
      <h2 id="review">审核参考</h2>
      <h3>本单位其他申请</h3>
      <Others review={mine.review.data} />
      <details className="section">
        <summary>
          <h3>统一服务目录与限值</h3>
        </summary>
        <Limits view={view} />
        <CatalogueTable />
      </details>
    </section>
  );
};

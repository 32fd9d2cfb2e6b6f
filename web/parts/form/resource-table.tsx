import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormSection } from '#shared/contracts/forms.ts';
import { type Assessing, assessingLevels, lastAssessments } from '../case/assessment.ts';
import { formatMoney } from '../format-money.ts';
import type { ResourceLine } from './resource-lines.ts';
import { ResourceRow } from './resource-row.tsx';
import './form.css';
import { TableFrame } from '../table-frame.tsx';

interface ResourceTableProps {
  readonly section: FormSection;
  /** Of a matter about a registered system, whose resources some lines change. */
  readonly systemId: string | undefined;
  readonly lines: readonly ResourceLine[];
  readonly tasks: readonly TaskView[];
  /** What the case is reckoned and worded by, whatever the catalogue says by now. */
  readonly prices: CaseView['prices'];
  readonly assessing: Assessing | undefined;
}

type Quantity = number | null | undefined;

/** Cost of a month of the lines, each with one of its quantities; a line without one does not count yet. */
const totalFen = (
  lines: readonly ResourceLine[],
  priceOf: (line: ResourceLine) => number,
  quantityOf: (line: ResourceLine) => Quantity,
): number => lines.reduce((sum, line) => sum + priceOf(line) * (quantityOf(line) ?? 0), 0);

/** 云资源明细表 with what was asked and what each level held reasonable side by side. */
export const ResourceTable = (props: ResourceTableProps) => {
  const { section, systemId, lines, tasks, prices, assessing } = props;
  const asked = section.id === 'changes' ? '变更后数量' : '申请数量';
  const label = section.fields.find(({ kind }) => kind === 'table')?.label ?? section.name;
  const levels = assessingLevels
    .map((level) => ({ ...level, assessed: lastAssessments(tasks, level.step) }))
    .filter(({ step, assessed }) => assessed.size > 0 || step === assessing?.step);
  const pinned = new Map(prices.map((product) => [product.productId, product]));
  const productOf = ({ productId }: ResourceLine) =>
    productId === undefined ? undefined : pinned.get(productId);
  const priceOf = (line: ResourceLine) => productOf(line)?.unitPriceFen ?? 0;
  return (
    <TableFrame label={label} whole>
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
              {asked} / 月费
            </th>
            {levels.map(({ step, heading }) => (
              <th key={step} scope="col" className="number">
                {heading} / 月费
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
              systemId={systemId}
              line={line}
              product={productOf(line)}
              levels={levels}
              assessing={assessing}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3} data-label="合计">
              共 {lines.length} 行，每月合计
            </td>
            <td className="number" data-label="申请">
              <strong>{formatMoney(totalFen(lines, priceOf, ({ quantity }) => quantity))}</strong>
            </td>
            {levels.map(({ step, heading, assessed }) => (
              <td key={step} className="number" data-label={heading}>
                <strong>
                  {formatMoney(
                    totalFen(lines, priceOf, ({ lineNo }) =>
                      step === assessing?.step
                        ? assessing.drafts[lineNo]?.quantity
                        : assessed.get(lineNo)?.quantity,
                    ),
                  )}
                </strong>
              </td>
            ))}
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
};

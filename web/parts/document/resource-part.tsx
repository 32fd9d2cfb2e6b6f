import type { FormSection } from '#shared/contracts/forms.ts';
import { formatMoney } from '../format-money.ts';
import { groundOf, type PrintedLine } from './document-lines.ts';

interface ResourcePartProps {
  readonly section: FormSection;
  readonly lines: readonly PrintedLine[];
  readonly costFen: number;
  /** Version of the earlier catalogue that the application is priced by, whose single prices are not at hand. */
  readonly pricedBy: string | undefined;
  /** The catalogue that it is priced by was never filed. */
  readonly unfiled: boolean;
}

const moneyOf = (fen: number | undefined): string => (fen === undefined ? '' : formatMoney(fen).slice(1));

/** 二、云资源明细及申请依据: the annex's table with its six columns, and the ground of each line. */
export const ResourcePart = ({ section, lines, costFen, pricedBy, unfiled }: ResourcePartProps) => (
  <>
    <h3>1.云资源明细表</h3>
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">产品规格名称</th>
          <th scope="col">数量</th>
          <th scope="col">单价（元/月）</th>
          <th scope="col">费用（元/月）</th>
          <th scope="col">备注</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, name, quantity, unitPriceFen, costFen: cost }) => (
          <tr key={line.place}>
            <td className="sheet-number">{line.lineNo}</td>
            <td>{name}</td>
            <td className="sheet-number">{quantity}</td>
            <td className="sheet-number">{moneyOf(unitPriceFen)}</td>
            <td className="sheet-number">{moneyOf(cost)}</td>
            <td>{String(line.remark ?? '')}</td>
          </tr>
        ))}
        <tr>
          <th colSpan={4} scope="row">
            合计
          </th>
          <td className="sheet-number">{moneyOf(costFen)}</td>
          <td />
        </tr>
      </tbody>
    </table>
    {pricedBy !== undefined && (
      <p>注：合计按提交时的服务目录（{pricedBy}）计算；目录已更新，逐行单价和费用从略。</p>
    )}
    {unfiled && <p>注：计价所用的服务目录尚未备案。</p>}
    <h3>2.云资源申请依据</h3>
    {lines.map(({ line, name, quantity }) => (
      <p key={line.place}>
        （{line.lineNo}）{name}
        {quantity === '' ? '' : `，${quantity}`}：{groundOf(section, line)}。
      </p>
    ))}
  </>
);

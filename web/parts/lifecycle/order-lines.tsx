import { poolWords, zoneWords } from '#shared/contracts/place-words.ts';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { formatMoney } from '../format-money.ts';
import { TableFrame } from '../table-frame.tsx';

/** 核定清单, and what of it is not arranged yet. */
export const OrderLines = ({ order }: { readonly order: OrderView }) => (
  <section className="panel" aria-label="核定清单">
    <h2>核定清单</h2>
    <TableFrame label="核定清单">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">产品规格</th>
            <th scope="col">资源池</th>
            <th scope="col">部署区域</th>
            <th scope="col" className="number">
              核定数量
            </th>
            <th scope="col" className="number">
              待安排
            </th>
            <th scope="col" className="number">
              单价（元/月）
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.lineNo}>
              <td data-label="产品规格">
                <span>
                  {line.name}
                  {line.changes && <div className="quiet small">变更，原为 {line.changes.name}</div>}
                  <div className="quiet small">{line.purpose}</div>
                </span>
              </td>
              <td data-label="资源池">{poolWords(line.pool)}</td>
              <td data-label="部署区域">{zoneWords(line.zone)}</td>
              <td data-label="核定数量" className="number">
                {line.quantity} {line.unit}
              </td>
              <td data-label="待安排" className="number">
                {line.remaining} {line.unit}
              </td>
              <td data-label="单价（元/月）" className="number">
                {formatMoney(line.unitPriceFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  </section>
);

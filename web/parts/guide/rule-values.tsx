import type { RuleValue } from '#shared/contracts/rules.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { TableFrame } from '../table-frame.tsx';

/** Current values with their grounds; what is a local default says so. */
export const RuleValues = ({ values }: { readonly values: readonly RuleValue[] }) => (
  <TableFrame label="现行取值" whole>
    <table className="table rule-values">
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">现行取值</th>
          <th scope="col">来源</th>
          <th scope="col">本地可否另设</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ id, group, title, value, clause, source, settable }) => (
          <tr key={id}>
            <td data-label="事项">
              <span>
                {title}
                <span className="quiet small">　{group}</span>
              </span>
            </td>
            <td data-label="现行取值">{value}</td>
            <td data-label="来源">
              {source === 'regulation' ? '条文规定' : <span className="status">本地默认</span>}
            </td>
            <td data-label="本地可否另设">{settable}</td>
            <td data-label="依据">
              <span>
                <ClauseChip clause={clause} short />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

import { Link } from 'react-router';
import type { ObligationSummary } from '#shared/contracts/obligations.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { TableFrame } from '../table-frame.tsx';
import { ObligationLight } from './obligation-light.tsx';

const waits = { department: '使用部门', judge: '市级管理机构认定', nobody: '—' } as const;

const nameOf = ({ title, batch, turn }: ObligationSummary): string =>
  `${title}${batch === undefined ? '' : ` · 第 ${batch} 批`}${turn > 1 ? ` · 第 ${turn} 次` : ''}`;

/** 履约事项 in a list, the nearest day first. */
export const ObligationTable = ({ items }: { readonly items: readonly ObligationSummary[] }) => (
  <TableFrame label="履约事项列表" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">履约事项</th>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col">期限</th>
          <th scope="col">等谁办理</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.obligationId}>
            <td data-label="履约事项">
              <span>
                <Link to={`/obligations/${item.obligationId}`}>{nameOf(item)}</Link>{' '}
                <ClauseChip clause={item.clause} short />
              </span>
            </td>
            <td data-label="信息系统">{item.systemName}</td>
            <td data-label="使用部门">
              <span>
                {item.organisation.name}
                <div className="quiet small">{item.tenantName}</div>
              </span>
            </td>
            <td data-label="期限">
              <ObligationLight item={item} />
            </td>
            <td data-label="等谁办理">{waits[item.waitsFor]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

import { Link } from 'react-router';
import type { ReclamationSummary } from '#shared/contracts/reclamation.ts';
import { formatDate } from '../format-time.ts';
import { TableFrame } from '../table-frame.tsx';
import { DueWord } from './due-word.tsx';

/** 资源回收 in a list. */
export const ReclamationTable = ({ items }: { readonly items: readonly ReclamationSummary[] }) => (
  <TableFrame label="资源回收列表" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col">原因</th>
          <th scope="col">状态</th>
          <th scope="col">可执行日期</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.reclamationId}>
            <td data-label="信息系统">
              <Link to={`/reclamations/${one.reclamationId}`}>{one.systemName}</Link>
            </td>
            <td data-label="使用部门">
              {one.organisation.name}（{one.tenantName}）
            </td>
            <td data-label="原因">{one.causeLabel}</td>
            <td data-label="状态">
              <span className={['ended', 'restored'].includes(one.status) ? 'status' : 'status status-now'}>
                {one.statusLabel}
              </span>
            </td>
            <td data-label="可执行日期">{formatDate(one.actOn)}</td>
            <td data-label="期限">{one.due ? <DueWord due={one.due} /> : '未规定'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

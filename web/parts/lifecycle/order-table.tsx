import { Link } from 'react-router';
import type { OrderSummary } from '#shared/contracts/provisioning.ts';
import type { WorkSummary } from '#shared/contracts/work-orders.ts';
import { formatInstant } from '../format-time.ts';
import { TableFrame } from '../table-frame.tsx';
import { DueWord } from './due-word.tsx';

/** 开通单 in a list. */
export const OrderTable = ({ items }: { readonly items: readonly OrderSummary[] }) => (
  <TableFrame label="开通单列表" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col">状态</th>
          <th scope="col" className="number">
            已开通（个）
          </th>
          <th scope="col">批准时间</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {items.map((order) => (
          <tr key={order.orderId}>
            <td data-label="信息系统">
              <Link to={`/provisioning/${order.orderId}`}>{order.systemName}</Link>
            </td>
            <td data-label="使用部门">{order.organisation.name}</td>
            <td data-label="状态">
              <span className={order.status === 'opened' ? 'status' : 'status status-now'}>
                {order.statusLabel}
              </span>
            </td>
            <td data-label="已开通（个）" className="number">
              {order.opened} / {order.total}
            </td>
            <td data-label="批准时间">{formatInstant(order.approvedAt)}</td>
            <td data-label="期限">{order.due && <DueWord due={order.due} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

/** 工单 in a list, by their clock. */
export const WorkTable = ({ items }: { readonly items: readonly WorkSummary[] }) => (
  <TableFrame label="工单列表" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">工单</th>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col" className="number">
            已开通（个）
          </th>
          <th scope="col">下达时间</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {items.map((work) => (
          <tr key={work.workId}>
            <td data-label="工单">
              <Link to={`/work/${work.workId}`}>
                {work.kindLabel}
                {work.batch !== undefined && ` · 第 ${work.batch} 批`}
              </Link>
            </td>
            <td data-label="信息系统">{work.systemName}</td>
            <td data-label="使用部门">
              {work.applicant}（{work.tenantName}）
            </td>
            <td data-label="已开通（个）" className="number">
              {work.kind !== 'confirmation' ? `${work.opened} / ${work.total}` : '—'}
            </td>
            <td data-label="下达时间">{formatInstant(work.issuedAt)}</td>
            <td data-label="期限">{work.due ? <DueWord due={work.due} /> : '未规定'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

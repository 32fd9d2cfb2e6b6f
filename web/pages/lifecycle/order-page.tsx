import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { poolWords, zoneWords } from '#shared/contracts/place-words.ts';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { useLifecycleCommand, useOrder } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { ProcessPapers } from '../../parts/document/process-papers.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import { BatchList } from '../../parts/lifecycle/batch-list.tsx';
import { CollectDialog } from '../../parts/lifecycle/collect-dialog.tsx';
import { CommandDialog } from '../../parts/lifecycle/command-dialog.tsx';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import { DropDialog, ReleaseDialog } from '../../parts/lifecycle/give-up-dialogs.tsx';
import { OrderSteps } from '../../parts/lifecycle/order-steps.tsx';
import { PlanDialog } from '../../parts/lifecycle/plan-dialog.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import '../../parts/lifecycle/lifecycle.css';

const LineTable = ({ order }: { readonly order: OrderView }) => (
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

type Open = 'confirm' | 'plan' | 'drop' | { readonly release: number } | { readonly collect: number };

const ConfirmDialog = ({
  order,
  onClose,
  onRefresh,
}: {
  readonly order: OrderView;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}) => {
  const confirm = useLifecycleCommand('confirmOrder');
  return (
    <CommandDialog
      title="三方确认"
      ok="确认"
      command={confirm}
      onOk={() =>
        confirm.mutate(
          { params: { orderId: order.orderId }, version: order.version, body: {} },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <p>
        代表本方确认“<strong>{order.systemName}</strong>”按核定清单开通，共 {order.lines.length}{' '}
        行。三方都确认后安排开通，
        {order.billing.from === 'laterOfBoth' ? '自确认和开通两者中较晚的日期起计费。' : '并按规定计费。'}{' '}
        <ClauseChip clause={order.billing.clause} />
      </p>
    </CommandDialog>
  );
};

const Tools = ({ order, onOpen }: { readonly order: OrderView; readonly onOpen: (open: Open) => void }) => (
  <div className="lifecycle-tools">
    {order.may.includes('signLetter') && <Link to="/letter">签订信息安全责任书</Link>}
    {order.may.includes('confirm') && (
      <Button type="primary" onClick={() => onOpen('confirm')}>
        三方确认
      </Button>
    )}
    {order.may.includes('planBatch') && (
      <Button type="primary" onClick={() => onOpen('plan')}>
        安排第 {order.batches.length + 1} 批开通
      </Button>
    )}
    {order.may.includes('dropRemainder') && <Button onClick={() => onOpen('drop')}>余量不再开通</Button>}
    <Link to={`/registry/${order.systemId}`}>台账中的信息系统</Link>
    <Link to={`/cases/${order.orderId}`}>原申请</Link>
  </div>
);

const OrderBody = ({
  order,
  onRefresh,
}: {
  readonly order: OrderView;
  readonly onRefresh: () => unknown;
}) => {
  const [open, setOpen] = useState<Open>();
  const dialog = { order, onRefresh, onClose: () => setOpen(undefined) };
  return (
    <>
      <div className="panel">
        <div className="lifecycle-head">
          <h1>{order.systemName}</h1>
          <span className={order.status === 'opened' ? 'status' : 'status status-now'}>
            {order.statusLabel}
          </span>
        </div>
        <dl className="lifecycle-facts">
          <div>
            <dt>使用部门</dt>
            <dd>{order.organisation.name}</dd>
          </div>
          <div>
            <dt>云服务商</dt>
            <dd>{order.provider.name}</dd>
          </div>
          <div>
            <dt>批准</dt>
            <dd>{formatInstant(order.approvedAt)}</dd>
          </div>
          <div>
            <dt>已开通</dt>
            <dd>
              {order.opened} / {order.total} 个
            </dd>
          </div>
          {order.window && (
            <div>
              <dt>保障期间</dt>
              <dd>
                {formatDate(order.window.from)} 至 {formatDate(order.window.to)}，到期恢复{' '}
                <ClauseChip clause={order.window.clause} />
                {order.window.endedAt !== undefined && order.opened > 0 && (
                  <div>
                    <Link to={`/reclamations/${order.orderId}`}>到期恢复的办理情况</Link>
                  </div>
                )}
              </dd>
            </div>
          )}
          {order.due && (
            <div>
              <dt>完成期限</dt>
              <dd>
                <DueWord due={order.due} />
              </dd>
            </div>
          )}
          {order.dropped && (
            <div>
              <dt>余量终止</dt>
              <dd>
                {formatInstant(order.dropped.at)} {order.dropped.by?.name}：{order.dropped.reason}
              </dd>
            </div>
          )}
        </dl>
        <Tools order={order} onOpen={setOpen} />
      </div>
      <OrderSteps order={order} />
      <BatchList
        order={order}
        onRelease={(release) => setOpen({ release })}
        onCollect={(collect) => setOpen({ collect })}
      />
      <LineTable order={order} />
      <ProcessPapers
        processId={order.orderId}
        kinds={[
          ...(order.confirmation ? (['confirmation'] as const) : []),
          ...(order.letter ? (['letter'] as const) : []),
        ]}
      />
      {open === 'confirm' && <ConfirmDialog {...dialog} />}
      {open === 'plan' && <PlanDialog {...dialog} />}
      {open === 'drop' && <DropDialog {...dialog} />}
      {typeof open === 'object' && 'release' in open && <ReleaseDialog {...dialog} batch={open.release} />}
      {typeof open === 'object' && 'collect' in open && <CollectDialog {...dialog} batch={open.collect} />}
    </>
  );
};

/** 开通单: who has confirmed, what has been opened, what is asked of the person at the screen. */
export const OrderPage = () => {
  const { orderId = '' } = useParams();
  const order = useOrder(orderId);
  if (order.isPending) return <PageSkeleton />;
  if (!order.data) return <ProblemPanel error={order.error} onRetry={order.refetch} />;
  return (
    <>
      <title>{`${order.data.systemName} · 资源开通 · 云网通`}</title>
      {order.error && !isStale(order.error) && <ProblemPanel error={order.error} onRetry={order.refetch} />}
      <OrderBody order={order.data} onRefresh={order.refetch} />
    </>
  );
};

import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { useOrder } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { ProcessPapers } from '../../parts/document/process-papers.tsx';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import { BatchList } from '../../parts/lifecycle/batch-list.tsx';
import { CollectDialog } from '../../parts/lifecycle/collect-dialog.tsx';
import { ConfirmDialog } from '../../parts/lifecycle/confirm-dialog.tsx';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import { DropDialog, ReleaseDialog } from '../../parts/lifecycle/give-up-dialogs.tsx';
import { OrderLines } from '../../parts/lifecycle/order-lines.tsx';
import { OrderSteps } from '../../parts/lifecycle/order-steps.tsx';
import { PlanDialog } from '../../parts/lifecycle/plan-dialog.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

type Open = 'confirm' | 'plan' | 'drop' | { readonly release: number } | { readonly collect: number };

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
      <OrderLines order={order} />
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

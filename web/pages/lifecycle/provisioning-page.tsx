import { Segmented } from 'antd';
import { useState } from 'react';
import { useOrders, useWorkOrders } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { OrderTable, WorkTable } from '../../parts/lifecycle/order-table.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

const Orders = () => {
  const orders = useOrders();
  if (orders.isPending) return <PageSkeleton />;
  if (!orders.data) return <ProblemPanel error={orders.error} onRetry={orders.refetch} />;
  const items = itemsOf(orders.data);
  return items.length === 0 ? (
    <div className="panel">
      <EmptyNote description="还没有开通单。资源申请办结后，开通单会自动出现在这里。" />
    </div>
  ) : (
    <>
      <OrderTable items={items} />
      <MoreButton pages={orders} />
    </>
  );
};

type WorkState = 'open' | 'done';

const WorkOrders = () => {
  const [state, setState] = useState<WorkState>('open');
  const work = useWorkOrders(state);
  const items = work.data ? itemsOf(work.data) : [];
  return (
    <>
      <Segmented<WorkState>
        value={state}
        onChange={setState}
        options={[
          { value: 'open', label: '待办结' },
          { value: 'done', label: '已办结' },
        ]}
      />
      <div className="block-title" />
      {work.isPending && <PageSkeleton />}
      {work.error && <ProblemPanel error={work.error} onRetry={work.refetch} />}
      {work.data && items.length === 0 && (
        <div className="panel">
          <EmptyNote
            description={
              state === 'open'
                ? '没有待办结的工单。三方确认和资源开通的工单下达后会出现在这里。'
                : '还没有办结的工单。'
            }
          />
        </div>
      )}
      {items.length > 0 && <WorkTable items={items} />}
      <MoreButton pages={work} />
    </>
  );
};

/** 资源开通: orders for those who ask and run, work orders by their clock for the provider. */
export const ProvisioningPage = () => {
  const { membership } = useSignedIn();
  const provider = membership.roles.some((role) => role.startsWith('provider.'));
  return (
    <>
      <title>资源开通 · 云网通</title>
      <div className="page-head">
        <h1>{provider ? '工单' : '资源开通'}</h1>
      </div>
      {provider ? <WorkOrders /> : <Orders />}
    </>
  );
};

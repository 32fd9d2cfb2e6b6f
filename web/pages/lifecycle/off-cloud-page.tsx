import { useState } from 'react';
import { useOffCloud } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import { Button } from '../../parts/button.tsx';
import { CheckBox } from '../../parts/check-box.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { OffCloudTable } from '../../parts/lifecycle/off-cloud-table.tsx';
import { RegisterCloudDialog, RegisterSystemDialog } from '../../parts/lifecycle/register-off-cloud.tsx';
import { RegistryViews } from '../../parts/lifecycle/registry-views.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import '../../parts/lifecycle/lifecycle.css';

const kinds = {
  system: {
    shown: 'offCloudSystems',
    title: '未上云系统',
    register: '登记未上云系统',
    Dialog: RegisterSystemDialog,
    dayLabel: '计划迁移日期',
    outstanding: '只看没有计划和豁免、或者已过计划日期的',
  },
  cloud: {
    shown: 'ownClouds',
    title: '自有云和租用云',
    register: '登记自有云、租用云',
    Dialog: RegisterCloudDialog,
    dayLabel: '到期日',
    outstanding: '只看到期应停用的',
  },
} as const;

/** 台账 of what is not on the government cloud. */
export const OffCloudPage = () => {
  const { values, change } = useFilters(['kind', 'outstanding']);
  const kind = values.kind === 'cloud' ? 'cloud' : 'system';
  const outstanding = values.outstanding === 'true' ? 'true' : undefined;
  const { shown, title, register, Dialog, dayLabel, outstanding: filterLabel } = kinds[kind];
  const [open, setOpen] = useState(false);
  const list = useOffCloud({ kind, outstanding });
  const items = list.data ? itemsOf(list.data) : [];
  return (
    <>
      <title>{`${title} · 云网通`}</title>
      <div className="page-head">
        <h1>台账</h1>
        {list.data?.pages[0]?.mayRegister && <Button onClick={() => setOpen(true)}>{register}</Button>}
      </div>
      <RegistryViews shown={shown} />
      <div className="block-title">
        <CheckBox
          checked={outstanding !== undefined}
          onChange={(checked) => change({ outstanding: checked ? 'true' : undefined })}
        >
          {filterLabel}
        </CheckBox>
      </div>
      {list.isPending && <PageSkeleton />}
      {list.error && <ProblemPanel error={list.error} onRetry={list.refetch} />}
      {list.data && items.length === 0 && (
        <div className="panel">
          <EmptyNote
            description={outstanding ? '没有待处理的登记。' : `还没有登记${title}，由各单位自行登记。`}
          />
        </div>
      )}
      {items.length > 0 && (
        <OffCloudTable label={title} dayLabel={dayLabel} items={items} onRefresh={list.refetch} />
      )}
      <MoreButton pages={list} />
      {open && <Dialog onClose={() => setOpen(false)} onRefresh={list.refetch} />}
    </>
  );
};

import { Suspense } from 'react';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import { itemsOf, useTasks } from '../../api/reads.ts';
import { Button } from '../button.tsx';
import { CheckBox } from '../check-box.tsx';
import { EmptyNote } from '../empty-note.tsx';
import { FilterSelect, FilterText } from '../filter-fields.tsx';
import { lazyInLibrary } from '../in-library.ts';
import { MoreButton } from '../more-button.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { useFilters } from '../use-filters.ts';
import { useHotkeys } from '../use-hotkeys.ts';
import { useNarrow } from '../use-narrow.ts';
import { BatchBar, useChosen } from './batch-bar.tsx';
import { filterWork, stagesIn } from './filter-work.ts';
import { isSimple, workKey } from './simple-work.ts';
import { WorkRow } from './work-row.tsx';
import './work.css';

const WorkPanel = lazyInLibrary(async () => (await import('./work-panel.tsx')).WorkPanel);

const names = ['stage', 'light', 'text', 'open'] as const;
/** Fewer than this are seen at a glance. */
const worthFiltering = 4;
const lights = [
  { value: 'overdue', label: '已超期' },
  { value: 'soon', label: '将到期' },
  { value: 'normal', label: '正常' },
];

type Filters = ReturnType<typeof useFilters<(typeof names)[number]>>;

const FilterBar = ({
  items,
  filters,
}: {
  readonly items: readonly WorkItem[];
  readonly filters: Filters;
}) => {
  const { values, change } = filters;
  return (
    <search className="filters">
      <FilterSelect
        label="环节"
        all="全部环节"
        value={values.stage}
        options={stagesIn(items).map(([value, label]) => ({ value, label }))}
        onChange={(stage) => change({ stage })}
      />
      <FilterSelect
        label="参考时间"
        all="全部参考时间"
        value={values.light}
        options={lights}
        onChange={(light) => change({ light })}
      />
      <FilterText
        label="系统、单位、地区或办件编号"
        value={values.text ?? ''}
        onChange={(text) => change({ text })}
      />
    </search>
  );
};

/** Who stands at which place of the shown list, and the way from one to the next. */
const useOpen = (shown: readonly WorkItem[], { values, change }: Filters) => {
  const at = shown.findIndex((item) => item.case.caseId === values.open);
  const step = (by: 1 | -1) => {
    const next = shown[at < 0 ? 0 : at + by]?.case.caseId;
    if (next !== undefined) change({ open: next });
  };
  return { open: at < 0 ? undefined : values.open, step };
};

const addressOf = (caseId: string, { values }: Filters): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, open: caseId }))
    if (value !== undefined) search.set(name, value);
  return `?${search.toString()}`;
};

interface BoardProps {
  readonly items: readonly WorkItem[];
  readonly more: Parameters<typeof MoreButton>[0]['pages'];
}

const Board = ({ items, more }: BoardProps) => {
  const narrow = useNarrow();
  const filters = useFilters(names);
  const shown = filterWork(items, filters.values);
  const { open, step } = useOpen(shown, filters);
  const batch = useChosen(shown);
  useHotkeys(open === undefined ? { j: () => step(1) } : {});
  const beside = open !== undefined && !narrow;
  const batching = !beside && batch.simple.length > 1;
  return (
    <>
      {(items.length >= worthFiltering || shown.length < items.length) && (
        <FilterBar items={items} filters={filters} />
      )}
      {batching && <BatchBar {...batch} />}
      <div className={beside ? 'work-split' : undefined}>
        <div>
          <ul className={beside ? 'work-list' : 'work-list work-wide'}>
            {shown.map((item) => (
              <li key={workKey(item)} className={batching ? 'work-choice' : undefined}>
                {batching && isSimple(item) && (
                  <CheckBox
                    label={`选择：${item.case.systemName}（${item.case.organisation.name}）`}
                    checked={batch.chosen.has(workKey(item))}
                    onChange={(checked) => batch.onTick(item, checked)}
                  />
                )}
                <WorkRow
                  item={item}
                  // A correction is written on the case's own page, not decided beside the list.
                  to={
                    narrow || item.task.step === 'correction'
                      ? `/cases/${item.case.caseId}`
                      : addressOf(item.case.caseId, filters)
                  }
                  open={item.case.caseId === open}
                />
              </li>
            ))}
          </ul>
          {items.length > 0 && shown.length === 0 && <p className="quiet">没有符合筛选条件的待办。</p>}
          <MoreButton pages={more} />
          {beside && <Button onClick={() => filters.change({ open: undefined })}>收起右侧办件</Button>}
        </div>
        {beside && (
          <Suspense fallback={<PageSkeleton />}>
            <WorkPanel key={open} caseId={open} onStep={step} />
          </Suspense>
        )}
      </div>
    </>
  );
};

/** 待办 by reference time, with the case beside it, so that deciding does not lose the list. */
export const WorkBoard = () => {
  const tasks = useTasks();
  if (tasks.isPending) return <PageSkeleton />;
  if (!tasks.data) return <ProblemPanel error={tasks.error} onRetry={tasks.refetch} />;
  const items = itemsOf(tasks.data);
  return (
    <section aria-labelledby="work">
      <h2 id="work" className="block-title">
        等我办理{' '}
        <span className="quiet small">
          {items.length}
          {tasks.hasNextPage ? ' 件以上' : ' 件'}，按办理参考时间排列
        </span>
      </h2>
      {tasks.error && <ProblemPanel error={tasks.error} onRetry={tasks.refetch} />}
      {items.length === 0 && !tasks.hasNextPage ? (
        <div className="panel panel-empty">
          <EmptyNote description="现在没有申请等您办理；新的待办到达后会出现在这里。开通确认、工单、履约、整改和回收请从菜单进入，新的事项都会在“消息”中提醒。" />
        </div>
      ) : (
        <Board items={items} more={tasks} />
      )}
    </section>
  );
};

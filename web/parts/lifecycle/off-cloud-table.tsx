import { useState } from 'react';
import { buildStageLabels } from '#shared/contracts/build-stage-labels.ts';
import type { OffCloudItem } from '#shared/contracts/off-cloud.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { TableFrame } from '../table-frame.tsx';
import { offCloudActLabels, UpdateOffCloudDialog } from './update-off-cloud.tsx';

const natureOf = ({ kind, stage, fiscal, classified, held }: OffCloudItem): string => {
  if (kind === 'cloud') return held === 'leased' ? '租用云' : '自有云';
  return [stage ? buildStageLabels[stage] : '', fiscal ? '财政资金' : '', classified ? '涉密' : '']
    .filter((word) => word !== '')
    .join('、');
};

const basisOf = ({ basis }: OffCloudItem): string => (basis ? `${basis.document} ${basis.number}` : '—');

interface OffCloudTableProps {
  readonly label: string;
  readonly dayLabel: string;
  readonly items: readonly OffCloudItem[];
  readonly onRefresh: () => unknown;
}

/** 登记, each with what may be done to it. */
export const OffCloudTable = ({ label, dayLabel, items, onRefresh }: OffCloudTableProps) => {
  const [open, setOpen] = useState<{ entry: OffCloudItem; act: OffCloudItem['may'][number] }>();
  return (
    <>
      <TableFrame label={label} whole>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">单位</th>
              <th scope="col">性质</th>
              <th scope="col">状态</th>
              <th scope="col">{dayLabel}</th>
              <th scope="col">豁免或例外依据</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {items.map((entry) => (
              <tr key={entry.entryId}>
                <td data-label="名称">{entry.name}</td>
                <td data-label="单位">
                  {entry.organisation.name}（{entry.tenantName}）
                </td>
                <td data-label="性质">
                  <span>
                    {natureOf(entry)} {entry.clause && <ClauseChip clause={entry.clause} short />}
                  </span>
                </td>
                <td data-label="状态">
                  <span className={entry.outstanding ? 'status status-now' : 'status'}>
                    {entry.statusLabel}
                    {entry.outstanding && entry.plannedOn !== undefined ? '（已过计划日期）' : ''}
                  </span>
                </td>
                <td data-label={dayLabel}>{entry.plannedOn ?? entry.endsOn ?? '—'}</td>
                <td data-label="豁免或例外依据">{basisOf(entry)}</td>
                <td data-label="办理">
                  <span className="entry-acts">
                    {entry.may.length === 0 && '—'}
                    {entry.may.map((act) => (
                      <Button key={act} onClick={() => setOpen({ entry, act })}>
                        {offCloudActLabels[act]}
                      </Button>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {open && <UpdateOffCloudDialog {...open} onClose={() => setOpen(undefined)} onRefresh={onRefresh} />}
    </>
  );
};

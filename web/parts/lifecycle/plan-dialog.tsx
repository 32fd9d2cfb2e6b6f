import { InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { Notice } from '../notice.tsx';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';

export interface OrderDialogProps {
  readonly order: OrderView;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

const written = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** 安排一批开通: quantities per line, a reason where much is opened at once, and what was seen of the last batch. */
export const PlanDialog = ({ order, onClose, onRefresh }: OrderDialogProps) => {
  const plan = useLifecycleCommand('planBatch');
  const left = order.lines.filter(({ remaining }) => remaining > 0);
  const [quantities, setQuantities] = useState<Readonly<Record<number, number>>>(() =>
    Object.fromEntries(left.map(({ lineNo, remaining }) => [lineNo, remaining])),
  );
  const [reason, setReason] = useState('');
  const [usage, setUsage] = useState<'seen' | 'without'>('seen');
  const [note, setNote] = useState('');
  const wanted = left
    .map(({ lineNo }) => ({ lineNo, quantity: quantities[lineNo] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const kinds = order.threshold?.kinds ?? [];
  const big = kinds.filter(
    ({ kind, most }) =>
      left
        .filter((line) => line.kind === kind)
        .reduce((sum, { lineNo }) => sum + (quantities[lineNo] ?? 0), 0) > most,
  );
  const next = order.batches.length > 0 && order.threshold !== undefined;
  const usageNote = next ? written(note) : undefined;
  const said = written(reason);
  const submit = () =>
    plan.mutate(
      {
        params: { orderId: order.orderId },
        version: order.version,
        body: {
          quantities: wanted,
          ...(said === undefined ? {} : { reason: said }),
          ...(usageNote === undefined
            ? {}
            : { [usage === 'seen' ? 'usageSeen' : 'withoutUsage']: usageNote }),
        },
      },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={`安排第 ${order.batches.length + 1} 批开通`}
      ok="下达工单"
      command={plan}
      lacking={
        wanted.length === 0 || (big.length > 0 && said === undefined) || (next && usageNote === undefined)
      }
      onOk={submit}
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {left.map((line) => (
        <div className="field" key={line.lineNo}>
          <label className="field-label" htmlFor={`quantity-${line.lineNo}`}>
            {line.name}（待安排 {line.remaining} {line.unit}）
          </label>
          <InputNumber
            id={`quantity-${line.lineNo}`}
            min={0}
            max={line.remaining}
            precision={0}
            value={quantities[line.lineNo] ?? 0}
            onChange={(value) => setQuantities({ ...quantities, [line.lineNo]: value ?? 0 })}
          />
        </div>
      ))}
      {big.length > 0 && order.threshold && (
        <>
          <Notice
            type="warning"
            title={`一批数量较大（${big.map(({ label, most }) => `${label}超过 ${most}`).join('、')}）`}
            description={
              <>
                原则上应分批开通；确需一批开通的，请写明理由。 <ClauseChip clause={order.threshold.clause} />
              </>
            }
          />
          <TextField
            label="一批开通的理由（必填）"
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
          />
        </>
      )}
      {next && (
        <>
          <Radio.Group
            value={usage}
            onChange={({ target }) => setUsage(target.value as 'seen' | 'without')}
            options={[
              { value: 'seen', label: '已查看上一批的使用情况' },
              { value: 'without', label: '不等使用情况' },
            ]}
          />
          <TextField
            label={usage === 'seen' ? '上一批的使用情况（必填）' : '不等使用情况的理由（必填）'}
            value={note}
            onChange={setNote}
            maxLength={500}
            rows={2}
          />
        </>
      )}
    </CommandDialog>
  );
};

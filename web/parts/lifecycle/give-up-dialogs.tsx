import { type ReactNode, useState } from 'react';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { OrderDialogProps } from './plan-dialog.tsx';

export interface BatchDialogProps extends OrderDialogProps {
  readonly batch: number;
}

interface ReasonDialogProps extends OrderDialogProps {
  readonly commandId: 'releaseUnits' | 'dropRemainder';
  readonly params: { readonly orderId: string; readonly batch?: number };
  readonly title: string;
  readonly ok: string;
  readonly children: ReactNode;
}

/** Gives something up, with a reason. */
const ReasonDialog = ({
  commandId,
  params,
  title,
  ok,
  children,
  order,
  onClose,
  onRefresh,
}: ReasonDialogProps) => {
  const command = useLifecycleCommand(commandId);
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={title}
      ok={ok}
      command={command}
      lacking={reason.trim() === ''}
      onOk={() =>
        command.mutate(
          { params, version: order.version, body: { reason: reason.trim() } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {children}
      <TextField label="原因（必填）" value={reason} onChange={setReason} maxLength={500} rows={2} />
    </CommandDialog>
  );
};

/** 退回: what failed goes back to what remains. */
export const ReleaseDialog = ({ batch, ...props }: BatchDialogProps) => {
  const { orderId, batches } = props.order;
  const failed = batches
    .find(({ no }) => no === batch)
    ?.units.filter(({ state }) => state === 'failed').length;
  return (
    <ReasonDialog
      {...props}
      commandId="releaseUnits"
      params={{ orderId, batch }}
      title={`退回第 ${batch} 批开通失败的资源`}
      ok="退回"
    >
      <p>
        {failed}{' '}
        个开通失败的资源退回待安排数量，不计费；这一批的其余资源随之开通。云服务商恰好已开通的，仍按开通计。
      </p>
    </ReasonDialog>
  );
};

/** 余量不再开通: the order is done with what was opened. */
export const DropDialog = (props: OrderDialogProps) => {
  const left = props.order.lines.filter(({ remaining }) => remaining > 0);
  return (
    <ReasonDialog
      {...props}
      commandId="dropRemainder"
      params={{ orderId: props.order.orderId }}
      title="余量不再开通"
      ok="终止余量"
    >
      <p>以下数量不再开通，开通单随即办结；已开通的资源不受影响。以后需要的，另行申请。</p>
      <ul>
        {left.map(({ lineNo, name, remaining, unit }) => (
          <li key={lineNo}>
            {name}：{remaining} {unit}
          </li>
        ))}
      </ul>
    </ReasonDialog>
  );
};

import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { OrderDialogProps } from './plan-dialog.tsx';

/** 三方确认, on behalf of one's own party. */
export const ConfirmDialog = ({ order, onClose, onRefresh }: OrderDialogProps) => {
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

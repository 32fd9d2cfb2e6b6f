import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { isStale } from '../../api/problem-error.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

interface CommandDialogProps {
  readonly title: string;
  readonly ok: string;
  readonly command: { readonly isPending: boolean; readonly error: Error | null };
  readonly lacking?: boolean;
  readonly danger?: boolean;
  readonly onOk: () => void;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
  readonly children?: ReactNode;
}

/** A command that asks for something first; what moved meanwhile is said so and read again. */
export const CommandDialog = (props: CommandDialogProps) => {
  const { title, ok, command, lacking = false, danger = false, onOk, onClose, onRefresh, children } = props;
  const stale = isStale(command.error);
  const refresh = () => {
    onClose();
    return onRefresh();
  };
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText="取消"
      onOk={onOk}
      onCancel={onClose}
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: lacking || stale, danger }}
      mask={{ closable: false }}
    >
      {children}
      {command.error && (
        <>
          <ProblemPanel error={command.error} onRetry={stale ? refresh : undefined} retryLabel="刷新" />
          <ProblemList error={command.error} />
        </>
      )}
    </Modal>
  );
};

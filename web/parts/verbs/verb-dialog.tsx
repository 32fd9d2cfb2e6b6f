import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { isStale } from '../../api/problem-error.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

/** What every dialog of a verb is given. */
export interface VerbProps {
  readonly view: CaseView;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

interface VerbDialogProps extends VerbProps {
  readonly title: string;
  readonly ok: string;
  readonly command: { readonly isPending: boolean; readonly error: Error | null };
  /** Something is still to be filled in. */
  readonly lacking: boolean;
  readonly onOk: () => void;
  /** What will come of it, in a sentence. */
  readonly outcome: string;
  readonly children?: ReactNode;
}

/** A verb that asks for a few words first; a case that moved meanwhile is said so and read again. */
export const VerbDialog = (props: VerbDialogProps) => {
  const { view, title, ok, command, lacking, onOk, onClose, onRefresh, outcome, children } = props;
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
      okButtonProps={{ disabled: lacking || stale }}
      mask={{ closable: false }}
    >
      <div className="decide-facts">
        <strong>{view.systemName}</strong>
        <div>{outcome}</div>
      </div>
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

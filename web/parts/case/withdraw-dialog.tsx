import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useCommand } from '../../api/commands.ts';
import { ProblemPanel } from '../problem-panel.tsx';

const longestReason = 500;

interface WithdrawDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** 撤回 ends the matter, so it is named and given a reason. */
export const WithdrawDialog = ({ view, onClose }: WithdrawDialogProps) => {
  const [reason, setReason] = useState('');
  const reasonId = useId();
  const withdraw = useCommand('withdrawCase');
  const written = reason.trim();
  const submit = () =>
    withdraw.mutate(
      { params: { caseId: view.caseId }, version: view.version, body: { reason: written } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title="撤回申请"
      okText="确认撤回"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={withdraw.isPending}
      okButtonProps={{ danger: true, disabled: written === '' }}
      mask={{ closable: false }}
    >
      <p className="decide-facts">
        撤回“<strong>{view.systemName}</strong>”后，本次申请终止，不能恢复；需要时须重新申请。
      </p>
      <label className="field-label" htmlFor={reasonId}>
        撤回原因（必填）
      </label>
      <Input.TextArea
        id={reasonId}
        rows={3}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {withdraw.error && <ProblemPanel error={withdraw.error} />}
    </Modal>
  );
};

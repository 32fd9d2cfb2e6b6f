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

/** A draft that nobody else has seen is 作废, what was sent is 撤回. */
const wordsFor = (view: CaseView) =>
  view.status === 'draft'
    ? { title: '作废草稿', ok: '确认作废', end: '草稿和已上传的附件不再可用，不能恢复。', reason: '草稿作废' }
    : {
        title: '撤回申请',
        ok: '确认撤回',
        end: '本次申请终止，不能恢复；需要时须重新申请。',
        reason: undefined,
      };

/** Ends the matter for good, so its name must be typed; a 撤回 is given a reason too. */
export const WithdrawDialog = ({ view, onClose }: WithdrawDialogProps) => {
  const words = wordsFor(view);
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [nameId, reasonId] = [useId(), useId()];
  const withdraw = useCommand('withdrawCase');
  const written = words.reason ?? reason.trim();
  const submit = () =>
    withdraw.mutate(
      { params: { caseId: view.caseId }, version: view.version, body: { reason: written } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={words.title}
      okText={words.ok}
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={withdraw.isPending}
      okButtonProps={{ danger: true, disabled: written === '' || name.trim() !== view.systemName }}
      mask={{ closable: false }}
    >
      <p className="decide-facts">
        “<strong>{view.systemName}</strong>”：{words.end}
      </p>
      <label className="field-label" htmlFor={nameId}>
        请输入信息系统名称以确认
      </label>
      <Input
        id={nameId}
        value={name}
        placeholder={view.systemName}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {words.reason === undefined && (
        <>
          <label className="field-label field-next" htmlFor={reasonId}>
            撤回原因（必填）
          </label>
          <Input.TextArea
            id={reasonId}
            rows={3}
            maxLength={longestReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {withdraw.error && <ProblemPanel error={withdraw.error} />}
    </Modal>
  );
};

import { Modal } from 'antd';
import { useState } from 'react';
import type { TenantList } from '#shared/contracts/tenants.ts';
import { useTenantCommand } from '../../api/tenants.ts';
import { TextField } from '../text-field.tsx';
import { CommandProblem } from './command-problem.tsx';

interface StandingDialogProps {
  readonly county: TenantList['items'][number];
  readonly onClose: () => void;
}

/** 提出暂停或恢复 a county; the suspension asks for its name. */
export const StandingDialog = ({ county, onClose }: StandingDialogProps) => {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const propose = useTenantCommand('proposeTenantMatter');
  const suspends = county.suspendedAt === undefined;
  const verb = suspends ? '暂停' : '恢复';
  const node = county.id.slice(county.id.indexOf('/') + 1);
  const submit = () =>
    propose.mutate(
      { body: { change: { kind: suspends ? 'suspend' : 'reactivate', node }, reason: reason.trim() } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={`提出${verb}：${county.name}`}
      okText="提出，送安全管理员确认"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={propose.isPending}
      okButtonProps={{
        disabled: reason.trim() === '' || (suspends && typed.trim() !== county.name),
        danger: suspends,
      }}
      mask={{ closable: false }}
    >
      {suspends && (
        <>
          <p>暂停后，{county.name}的人员只能查看，不能办理；已提交的办件留在原处，恢复后继续。</p>
          <TextField label={`请输入“${county.name}”`} value={typed} onChange={setTyped} maxLength={20} />
        </>
      )}
      <TextField label="事由（必填）" value={reason} onChange={setReason} maxLength={500} rows={3} />
      <CommandProblem error={propose.error} />
    </Modal>
  );
};

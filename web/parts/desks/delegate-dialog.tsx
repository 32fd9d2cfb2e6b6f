import { Modal } from 'antd';
import { useState } from 'react';
import type { DelegationsView } from '#shared/contracts/desks.ts';
import { useDeskCommand } from '../../api/desks.ts';
import { DayField } from '../day-field.tsx';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';
import { PersonChoice } from '../verbs/person-choice.tsx';

interface DelegateDialogProps {
  readonly colleagues: DelegationsView['colleagues'];
  readonly onClose: () => void;
}

/** 委托代办: for days ahead, to one colleague of the same post. */
export const DelegateDialog = ({ colleagues, onClose }: DelegateDialogProps) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fromOn, setFromOn] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const delegate = useDeskCommand('delegateDesk');
  const [to = ''] = chosen;
  const body = { to, fromOn, untilOn, reason: reason.trim() };
  return (
    <Modal
      open
      title="委托代办"
      okText="委托"
      cancelText="取消"
      onOk={() => delegate.mutate({ body }, { onSuccess: onClose })}
      onCancel={onClose}
      confirmLoading={delegate.isPending}
      okButtonProps={{ disabled: Object.values(body).some((text) => text === '') }}
      mask={{ closable: false }}
    >
      <p className="quiet">
        委托期间，交到您本人名下的待办由对方代为办理，留痕写明“代”您办理；到期自动结束，也可以随时收回。
      </p>
      <PersonChoice
        label="委托给（必选，同岗位人员）"
        people={colleagues}
        chosen={chosen}
        onChange={setChosen}
        single
        empty="本岗位没有其他人员，不能委托。需要时请系统管理员增加人员。"
      />
      <DayField label="开始日期（必填）" value={fromOn} onChange={setFromOn} />
      <DayField label="结束日期（必填，含当天）" value={untilOn} onChange={setUntilOn} />
      <TextField
        label="事由（必填，对方可见）"
        value={reason}
        onChange={setReason}
        maxLength={200}
        rows={2}
      />
      {delegate.error && (
        <>
          <ProblemPanel error={delegate.error} />
          <ProblemList error={delegate.error} />
        </>
      )}
    </Modal>
  );
};

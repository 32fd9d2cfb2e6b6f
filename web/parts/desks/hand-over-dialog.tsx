import { Modal } from 'antd';
import { useState } from 'react';
import type { DesksView } from '#shared/contracts/desks.ts';
import { useDeskCommand } from '../../api/desks.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';
import { PersonChoice } from '../verbs/person-choice.tsx';

interface HandOverDialogProps {
  readonly leaver: DesksView['people'][number];
  readonly onClose: () => void;
}

/** 离岗交接: one successor for everything that somebody holds by name. */
export const HandOverDialog = ({ leaver, onClose }: HandOverDialogProps) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const start = useDeskCommand('startHandOver');
  const [to = ''] = chosen;
  const body = { from: leaver.membership, to, reason: reason.trim() };
  return (
    <Modal
      open
      title={`离岗交接：${leaver.name}`}
      okText="交接"
      cancelText="取消"
      onOk={() => start.mutate({ body }, { onSuccess: onClose })}
      onCancel={onClose}
      confirmLoading={start.isPending}
      okButtonProps={{ disabled: to === '' || body.reason === '' }}
      mask={{ closable: false }}
    >
      <div className="decide-facts">
        <strong>
          {leaver.name} 名下待办 {leaver.openTasks} 件
        </strong>
        <div>全部交给接手人，逐件记入留痕；对方会收到消息。受托代办的也一并转交，交出的委托同时结束。</div>
      </div>
      <PersonChoice
        label="接手人（必选，同岗位人员）"
        people={leaver.successors.map((person) => ({ ...person, roleLabel: leaver.roleLabel }))}
        chosen={chosen}
        onChange={setChosen}
        single
        empty="同岗位没有其他人员。请先增加人员；停用此人后，名下待办会退回岗位。"
      />
      <TextField label="事由（必填）" value={reason} onChange={setReason} maxLength={200} rows={2} />
      {start.error && (
        <>
          <ProblemPanel error={start.error} />
          <ProblemList error={start.error} />
        </>
      )}
    </Modal>
  );
};

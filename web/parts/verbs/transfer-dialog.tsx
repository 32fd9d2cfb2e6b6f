import { useState } from 'react';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { useCommand } from '../../api/commands.ts';
import { TextField } from '../text-field.tsx';
import { ColleagueChoice } from './colleague-choice.tsx';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

/** 转办: to one colleague of the same post, with the reason that they read. */
export const TransferDialog = ({ task, ...props }: VerbProps & { readonly task: TaskView }) => {
  const { view, onClose } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const transfer = useCommand('transferTask');
  const [to = ''] = chosen;
  const written = reason.trim();
  return (
    <VerbDialog
      {...props}
      title={`转办：${task.stepTitle} · ${task.stageTitle}`}
      ok="转办"
      command={transfer}
      lacking={to === '' || written === ''}
      outcome="转办后只由对方办理，您不再能办理本件；对方会收到消息。"
      onOk={() =>
        transfer.mutate(
          {
            params: { caseId: view.caseId, taskId: task.taskId },
            version: view.version,
            body: { to, reason: written },
          },
          { onSuccess: onClose },
        )
      }
    >
      <ColleagueChoice
        view={view}
        taskId={task.taskId}
        of="samePost"
        label="转给（必选）"
        empty="本岗位没有其他人员，不能转办。需要时请系统管理员增加人员。"
        single
        chosen={chosen}
        onChange={setChosen}
      />
      <TextField
        label="转办原因（必填，对方可见）"
        value={reason}
        onChange={setReason}
        maxLength={500}
        rows={2}
      />
    </VerbDialog>
  );
};

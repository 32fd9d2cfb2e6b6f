import { useState } from 'react';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { useCommand } from '../../api/commands.ts';
import { ColleagueChoice } from './colleague-choice.tsx';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

/** 抄送: colleagues may read the case from then on. */
export const CopyDialog = ({ task, ...props }: VerbProps & { readonly task: TaskView }) => {
  const { view, onClose } = props;
  const [readers, setReaders] = useState<readonly string[]>([]);
  const copy = useCommand('copyCase');
  return (
    <VerbDialog
      {...props}
      title="抄送"
      ok="抄送"
      command={copy}
      lacking={readers.length === 0}
      outcome="对方会收到消息，可以查看本件，不能办理。"
      onOk={() =>
        copy.mutate(
          { params: { caseId: view.caseId }, version: view.version, body: { readers: [...readers] } },
          { onSuccess: onClose },
        )
      }
    >
      <ColleagueChoice
        view={view}
        taskId={task.taskId}
        of="colleagues"
        label="抄送给（必选，可多选）"
        empty="本单位和本级没有其他可以抄送的人员。"
        chosen={readers}
        onChange={setReaders}
      />
    </VerbDialog>
  );
};

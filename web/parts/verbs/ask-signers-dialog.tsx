import { Radio, type RadioChangeEvent } from 'antd';
import { useState } from 'react';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { useCommand } from '../../api/commands.ts';
import { TextField } from '../text-field.tsx';
import { ColleagueChoice } from './colleague-choice.tsx';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

type Position = 'before' | 'after';
type Mode = 'all' | 'any';

const positions = [
  { value: 'before', label: '先由他们办理，再回到我' },
  { value: 'after', label: '我通过后再由他们办理' },
];
const modes = [
  { value: 'all', label: '会签：全部同意才算通过' },
  { value: 'any', label: '或签：任一人表态即可' },
];

interface ChoiceProps {
  readonly label: string;
  readonly options: typeof positions;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Choice = ({ label, options, value, onChange }: ChoiceProps) => (
  <fieldset className="field">
    <legend className="field-label">{label}</legend>
    <Radio.Group
      className="person-list"
      options={options}
      value={value}
      onChange={({ target }: RadioChangeEvent) => onChange(String(target.value))}
    />
  </fieldset>
);

/** 加签: others are asked, before or behind one's own word, all of them or the first. */
export const AskSignersDialog = ({ task, ...props }: VerbProps & { readonly task: TaskView }) => {
  const { view, onClose } = props;
  const [signers, setSigners] = useState<readonly string[]>([]);
  const [position, setPosition] = useState<Position>('before');
  const [mode, setMode] = useState<Mode>('all');
  const [question, setQuestion] = useState('');
  const ask = useCommand('askSigners');
  const written = question.trim();
  return (
    <VerbDialog
      {...props}
      title={`加签：${task.stepTitle} · ${task.stageTitle}`}
      ok="加签"
      command={ask}
      lacking={signers.length === 0 || written === ''}
      outcome="加签人各自收到待办；有人不同意时，其余加签待办一并结束，回到您办理。"
      onOk={() =>
        ask.mutate(
          {
            params: { caseId: view.caseId, taskId: task.taskId },
            version: view.version,
            body: { position, mode, signers: [...signers], question: written },
          },
          { onSuccess: onClose },
        )
      }
    >
      <ColleagueChoice
        view={view}
        taskId={task.taskId}
        of="colleagues"
        label="加签人（必选，可多选）"
        empty="本单位和本级没有其他可以加签的人员。"
        chosen={signers}
        onChange={setSigners}
      />
      <Choice
        label="办理次序"
        options={positions}
        value={position}
        onChange={(value) => setPosition(value as Position)}
      />
      {signers.length > 1 && (
        <Choice label="表决方式" options={modes} value={mode} onChange={(value) => setMode(value as Mode)} />
      )}
      <TextField
        label="请对方核什么（必填）"
        value={question}
        onChange={setQuestion}
        maxLength={500}
        rows={3}
      />
    </VerbDialog>
  );
};

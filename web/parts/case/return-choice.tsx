import { Radio, type RadioChangeEvent } from 'antd';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import '../verbs/verbs.css';

interface ReturnChoiceProps {
  readonly task: TaskView;
  /** A stage, or empty: where the route leads. */
  readonly value: string;
  readonly onChange: (stage: string) => void;
}

/** 退回给谁: out of the step, or to an earlier stage that hands straight back. */
export const ReturnChoice = ({ task, value, onChange }: ReturnChoiceProps) =>
  task.returnTo.length > 0 && (
    <fieldset className="field">
      <legend className="field-label">退回给</legend>
      <Radio.Group
        className="person-list"
        value={value}
        onChange={({ target }: RadioChangeEvent) => onChange(String(target.value))}
        options={[
          { value: '', label: task.returnLabel ?? '退回' },
          ...task.returnTo.map(({ stage, title }) => ({
            value: stage,
            label: `退回至“${title}”（办完直接返回“${task.stageTitle}”）`,
          })),
        ]}
      />
    </fieldset>
  );

import { Modal } from 'antd';
import { useState } from 'react';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import type { BatchAnswer } from '#shared/contracts/case-verbs.ts';
import { useDecideBatch } from '../../api/decide-batch.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';

type Row = BatchAnswer['rows'][number];

const Outcome = ({ row, running }: { readonly row: Row | undefined; readonly running: boolean }) => {
  if (!row) return <span className="quiet">{running ? '等待办理' : '未办'}</span>;
  if (row.done) return <span className="batch-done">✓ 已通过</span>;
  return (
    <span className="batch-failed">
      ✕ {row.problem?.title}：{row.problem?.detail}
    </span>
  );
};

interface BatchDialogProps {
  readonly items: readonly WorkItem[];
  readonly onClose: () => void;
}

/** 批量通过: one opinion for all, a result for each, and how far it is. */
export const BatchDialog = ({ items, onClose }: BatchDialogProps) => {
  // What was chosen when it was opened; the list behind is read again while it runs.
  const [chosen] = useState(items);
  const [opinion, setOpinion] = useState('同意。');
  const { run, answers, running, error, finish } = useDecideBatch();
  const over = answers.length === chosen.length;
  const begun = answers.length > 0 || running;
  const start = () =>
    void run(
      chosen.map(({ task, case: { caseId, version } }) => ({ caseId, taskId: task.taskId, version })),
      opinion.trim(),
    );
  const close = () => {
    if (begun) void finish();
    onClose();
  };
  const passed = answers.filter(({ done }) => done).length;
  return (
    <Modal
      open
      title={`批量通过 ${chosen.length} 件`}
      onCancel={close}
      closable={!running}
      keyboard={!running}
      mask={{ closable: false }}
      footer={
        over ? (
          <Button type="primary" onClick={close}>
            完成
          </Button>
        ) : (
          <>
            <Button disabled={running} onClick={close}>
              {begun ? '关闭' : '取消'}
            </Button>
            <Button type="primary" loading={running} onClick={start}>
              {begun ? '继续办理' : '全部通过'}
            </Button>
          </>
        )
      }
    >
      {!begun && (
        <TextField
          label="办理意见（选填，逐件记录）"
          value={opinion}
          onChange={setOpinion}
          maxLength={2000}
          rows={2}
        />
      )}
      <p role="status">
        {over
          ? `已办完：通过 ${passed} 件${passed < chosen.length ? `，未通过 ${chosen.length - passed} 件，请打开办件查看` : ''}。`
          : begun && `已办 ${answers.length} / ${chosen.length} 件`}
      </p>
      <ul className="batch-rows">
        {chosen.map(({ task, case: matter }, index) => (
          <li key={`${matter.caseId} ${task.taskId}`} className="batch-row">
            <strong>{matter.systemName}</strong>
            <span className="quiet small">
              {matter.organisation.name} · {task.stageTitle}
            </span>
            {begun && <Outcome row={answers[index]} running={running} />}
          </li>
        ))}
      </ul>
      {error && <ProblemPanel error={error} />}
    </Modal>
  );
};

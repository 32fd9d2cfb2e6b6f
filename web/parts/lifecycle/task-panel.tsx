import { useState } from 'react';
import type { WorkView } from '#shared/contracts/work-orders.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { formatDate, formatInstant } from '../format-time.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';
import { TaskResources } from './task-resources.tsx';

interface TaskPanelProps {
  readonly work: WorkView;
  readonly task: NonNullable<WorkView['task']>;
  readonly onRefresh: () => unknown;
}

type Answer = ReturnType<typeof useLifecycleCommand<'answerWorkOrder'>>;

const Problems = ({ answer, onRefresh }: { readonly answer: Answer; readonly onRefresh: () => unknown }) =>
  answer.error && (
    <>
      <ProblemPanel
        error={answer.error}
        onRetry={isStale(answer.error) ? onRefresh : undefined}
        retryLabel="刷新"
      />
      <ProblemList error={answer.error} />
    </>
  );

const DoneForm = ({ work, task, onRefresh }: TaskPanelProps) => {
  const [evidence, setEvidence] = useState('');
  const [erasure, setErasure] = useState('');
  const answer = useLifecycleCommand('answerWorkOrder');
  const told = erasure.trim();
  return (
    <section className="panel" aria-label="回报执行结果">
      <h2>回报执行结果</h2>
      <TextField
        label="执行情况和证据"
        value={evidence}
        onChange={setEvidence}
        maxLength={2000}
        rows={3}
        hint="写明做了什么、何时完成、内部工单或日志编号。"
      />
      {task.asksErasure && (
        <TextField
          label="数据清除"
          value={erasure}
          onChange={setErasure}
          maxLength={2000}
          rows={3}
          hint="写明清除方式、时间和记录编号。清除后不能恢复。"
        />
      )}
      <Problems answer={answer} onRefresh={onRefresh} />
      <Button
        type="primary"
        loading={answer.isPending}
        disabled={evidence.trim() === '' || (task.asksErasure && told === '')}
        onClick={() =>
          answer.mutate({
            params: { workId: work.workId },
            version: work.version,
            body: {
              kind: 'done',
              evidence: evidence.trim(),
              ...(task.asksErasure ? { erasure: told } : {}),
            },
          })
        }
      >
        确认已经执行
      </Button>
    </section>
  );
};

const CertifyForm = ({ work, onRefresh }: Pick<TaskPanelProps, 'work' | 'onRefresh'>) => {
  const answer = useLifecycleCommand('answerWorkOrder');
  return (
    <section className="panel" aria-label="出具证明">
      <h2>出具证明</h2>
      <p>资源已经回收。出具后生成编号和校验码，使用部门可以下载打印，持有证明的任何人可以核验。</p>
      <Problems answer={answer} onRefresh={onRefresh} />
      <Button
        type="primary"
        loading={answer.isPending}
        onClick={() =>
          answer.mutate({
            params: { workId: work.workId },
            version: work.version,
            body: { kind: 'certify' },
          })
        }
      >
        出具关停证明
      </Button>
    </section>
  );
};

/** 执行工单: what is to be carried out from when, and the provider's answer. */
export const TaskPanel = ({ work, task, onRefresh }: TaskPanelProps) => (
  <>
    {(task.notBefore !== undefined || task.note !== undefined || task.withdrawn !== undefined) && (
      <div className="panel">
        {task.notBefore !== undefined && (
          <p>自 {formatDate(task.notBefore)} 起执行，此前资源仍可能恢复使用。</p>
        )}
        {task.note !== undefined && <p>{task.note}</p>}
        {task.withdrawn !== undefined && <p>工单已收回：{task.withdrawn}</p>}
      </div>
    )}
    {work.may.includes('carryOut') && <DoneForm work={work} task={task} onRefresh={onRefresh} />}
    {work.may.includes('certify') && <CertifyForm work={work} onRefresh={onRefresh} />}
    {task.done && (
      <section className="panel" aria-label="执行结果">
        <h2>执行结果</h2>
        <p>{task.done.evidence}</p>
        {task.done.erasure !== undefined && <p>数据清除：{task.done.erasure}</p>}
        {task.certifiedAt !== undefined && (
          <p className="quiet">{formatInstant(task.certifiedAt)} 出具证明</p>
        )}
      </section>
    )}
    <TaskResources resources={task.resources} />
  </>
);

import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { AssessedLine, NonEquivalence, TaskView, Verb } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useCommand } from '../../api/commands.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { formatMoney } from '../format-money.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { ReturnChoice } from './return-choice.tsx';
import { ScaleChoice } from './scale-choice.tsx';
import type { Scale } from './scale-words.ts';
import { confirms, wordsOf } from './usual-phrases.ts';

const longestOpinion = 2000;

interface DecideDialogProps {
  readonly view: CaseView;
  readonly task: TaskView;
  readonly verb: Verb;
  /** Only where the stage assesses and approves. */
  readonly assessments: readonly AssessedLine[] | undefined;
  readonly nonEquivalence: readonly NonEquivalence[];
  /** Parts of the application that the person has not unfolded; named before they vouch for it. */
  readonly unread: readonly string[];
  /** As typed so far. */
  readonly opinion: string;
  readonly onOpinion: (opinion: string) => void;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

/** What is decided, and what the person vouches for. */
const DecideFacts = ({ view, task, verb, assessments, nonEquivalence, unread }: DecideDialogProps) => (
  <div className="decide-facts">
    <strong>{view.systemName}</strong>
    <div>
      {view.organisation.name} · 第 {task.round} 轮{/* What is being assessed has no total yet. */}
      {view.priced &&
        !assessments &&
        ` · 每月费用 ${formatMoney(view.assessedCostFen ?? view.monthlyCostFen)}`}
    </div>
    {assessments && <div>已评估 {assessments.length} 行资源数量</div>}
    {nonEquivalence.length > 0 && <div>已说明 {nonEquivalence.length} 项另行采购不等同的理由</div>}
    {unread.length > 0 && (
      <div className="unread">您还没有展开查看：{unread.join('、')}。请看过再办，或确认无须细看。</div>
    )}
    {confirms(task, verb) && <div>确认后申请正式提交，您对材料的真实性、完整性与合理性负责。</div>}
  </div>
);

/** Asks for the opinion and a last confirmation; a conflict says who was faster and offers 刷新. */
export const DecideDialog = (props: DecideDialogProps) => {
  const { view, task, verb, assessments, nonEquivalence, opinion, onOpinion, onClose, onRefresh } = props;
  const words = wordsOf(task, verb);
  const opinionId = useId();
  const [returnTo, setReturnTo] = useState('');
  const [scale, setScale] = useState<Scale>();
  const judges = task.step !== 'unitConfirmation' && task.question === undefined ? view.scale : undefined;
  const decide = useCommand('decideTask');
  const needsOpinion = verb !== 'approve' || task.assesses || scale !== undefined;
  const written = opinion.trim();
  const submit = () =>
    decide.mutate(
      {
        params: { caseId: view.caseId, taskId: task.taskId },
        version: view.version,
        body: {
          verb,
          ...(written === '' ? {} : { opinion: written }),
          ...(returnTo === '' ? {} : { returnTo }),
          ...(scale === undefined ? {} : { scale }),
          ...(assessments ? { assessments: [...assessments] } : {}),
          ...(nonEquivalence.length > 0 ? { nonEquivalence: [...nonEquivalence] } : {}),
          ...(confirms(task, verb) ? { formDigest: view.formDigest } : {}),
        },
      },
      { onSuccess: onClose },
    );
  const stale = isStale(decide.error);
  return (
    <Modal
      open
      title={`${words.label}：${task.stepTitle} · ${task.stageTitle}`}
      okText={words.label}
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={decide.isPending}
      okButtonProps={{ disabled: (needsOpinion && written === '') || stale, danger: verb === 'reject' }}
      mask={{ closable: false }}
    >
      <DecideFacts {...props} />
      {verb === 'return' && <ReturnChoice task={task} value={returnTo} onChange={setReturnTo} />}
      {judges && <ScaleChoice clause={judges.clause} value={scale} onChange={setScale} />}
      <label className="field-label" htmlFor={opinionId}>
        办理意见{needsOpinion ? '（必填）' : '（选填）'}
      </label>
      <Input.TextArea
        id={opinionId}
        rows={4}
        autoFocus
        maxLength={longestOpinion}
        value={opinion}
        onChange={(event) => onOpinion(event.target.value)}
      />
      <div className="phrases">
        {words.phrases.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => onOpinion(`${opinion}${phrase}`)}>
            {phrase}
          </Button>
        ))}
      </div>
      {decide.error && (
        <>
          <ProblemPanel
            error={decide.error}
            onRetry={
              stale
                ? () => {
                    onClose();
                    return onRefresh();
                  }
                : undefined
            }
            retryLabel="刷新"
          />
          <ProblemList error={decide.error} />
        </>
      )}
    </Modal>
  );
};

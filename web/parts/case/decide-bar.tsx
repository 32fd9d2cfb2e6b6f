import { useState } from 'react';
import type { TaskView, Verb } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { Button } from '../button.tsx';
import { useHotkeys } from '../use-hotkeys.ts';
import { MoreMenu } from '../verbs/more-menu.tsx';
import { assessmentsOf } from './assessment.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { KeyHelp } from './key-help.tsx';
import type { MyTask } from './use-my-task.ts';
import { wordsOf } from './usual-phrases.ts';
import './case.css';

interface DecideBarProps {
  readonly view: CaseView;
  readonly task: TaskView;
  readonly mine: MyTask;
  /** Parts of the application that the person has not unfolded. */
  readonly unread: readonly string[];
  readonly onRefresh: () => unknown;
  /** To another task of the person's, one on or one back. */
  readonly onStep?: ((by: 1 | -1) => void) | undefined;
}

const keyOf: Readonly<Record<Verb, string>> = { approve: 'A', return: 'R', reject: '' };

/** What keeps an approval from being sent yet; undefined when nothing does. */
const wantedFor = (task: TaskView, mine: MyTask): string | undefined => {
  if (!task.assesses) return undefined;
  if (!assessmentsOf(mine.drafts)) return '请先填全每一行的评估数量，再办理通过。';
  if (mine.review.isPending) return '正在核对另行采购，请稍候。';
  return mine.reasons.missing > 0
    ? `还有 ${mine.reasons.missing} 项另行采购没有写明不等同的理由，不能通过。`
    : undefined;
};

/** The verbs of the task at hand, in one bar that stays in sight, and their keys. */
export const DecideBar = ({ view, task, mine, unread, onRefresh, onStep }: DecideBarProps) => {
  const [chosen, setChosen] = useState<Verb>();
  // Kept here: closing the dialog to read again, or to choose another verb, loses nothing that was typed.
  const [opinion, setOpinion] = useState('');
  const [helping, setHelping] = useState(false);
  const wanted = wantedFor(task, mine);
  const choose = (verb: Verb) => {
    if (task.verbs.includes(verb) && !(verb === 'approve' && wanted !== undefined)) setChosen(verb);
  };
  useHotkeys({
    a: () => choose('approve'),
    r: () => choose('return'),
    j: () => onStep?.(1),
    k: () => onStep?.(-1),
    '?': () => setHelping(true),
  });
  const approving = chosen === 'approve';
  return (
    <section className="action-bar" aria-label="办理">
      <span className="action-bar-text">
        轮到您办理：
        <strong>
          {task.stepTitle} · {task.stageTitle}
        </strong>
        {wanted !== undefined && <span className="quiet">　{wanted}</span>}
      </span>
      <Button type="text" className="key-button" onClick={() => setHelping(true)}>
        键盘操作 <kbd>?</kbd>
      </Button>
      {task.verbs.map((verb) => (
        <Button
          key={verb}
          type={verb === 'approve' ? 'primary' : 'default'}
          danger={verb === 'reject'}
          disabled={verb === 'approve' && wanted !== undefined}
          aria-keyshortcuts={keyOf[verb] || undefined}
          onClick={() => setChosen(verb)}
        >
          {wordsOf(task, verb).label}
        </Button>
      ))}
      <MoreMenu view={view} task={task} onRefresh={onRefresh} />
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
      {chosen && (
        <DecideDialog
          key={chosen}
          view={view}
          task={task}
          verb={chosen}
          assessments={approving && task.assesses ? assessmentsOf(mine.drafts) : undefined}
          nonEquivalence={approving ? mine.reasons.given : []}
          unread={approving ? unread : []}
          opinion={opinion}
          onOpinion={setOpinion}
          onClose={() => setChosen(undefined)}
          onRefresh={onRefresh}
        />
      )}
    </section>
  );
};

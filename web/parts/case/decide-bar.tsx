import { Button } from 'antd';
import { useState } from 'react';
import type { CaseView, TaskView, Verb } from '#shared/contracts/cases.ts';
import { type AssessmentDrafts, assessmentsOf } from './assessment.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { wordsOf } from './usual-phrases.ts';
import './case.css';

interface DecideBarProps {
  readonly view: CaseView;
  readonly task: TaskView;
  readonly drafts: AssessmentDrafts;
  readonly onRefresh: () => unknown;
}

/** The verbs of the task at hand, in one bar that stays in sight. */
export const DecideBar = ({ view, task, drafts, onRefresh }: DecideBarProps) => {
  const [chosen, setChosen] = useState<Verb>();
  // Kept here: closing the dialog to read again, or to choose another verb, loses nothing that was typed.
  const [opinion, setOpinion] = useState('');
  const assessments = task.assesses ? assessmentsOf(drafts) : undefined;
  const unfinished = task.assesses && !assessments;
  return (
    <section className="action-bar" aria-label="办理">
      <span className="action-bar-text">
        轮到您办理：
        <strong>
          {task.stepTitle} · {task.stageTitle}
        </strong>
        {unfinished && <span className="quiet">　请先填全每一行的评估数量，再办理通过。</span>}
      </span>
      {task.verbs.map((verb) => (
        <Button
          key={verb}
          type={verb === 'approve' ? 'primary' : 'default'}
          danger={verb === 'reject'}
          disabled={verb === 'approve' && unfinished}
          onClick={() => setChosen(verb)}
        >
          {wordsOf(task, verb).label}
        </Button>
      ))}
      {chosen && (
        <DecideDialog
          key={chosen}
          view={view}
          task={task}
          verb={chosen}
          assessments={chosen === 'approve' ? assessments : undefined}
          opinion={opinion}
          onOpinion={setOpinion}
          onClose={() => setChosen(undefined)}
          onRefresh={onRefresh}
        />
      )}
    </section>
  );
};

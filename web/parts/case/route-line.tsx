import type { CaseView, TaskView } from '#shared/contracts/cases.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { DueBadge } from '../due-badge.tsx';
import { formatInstant, formatSpan } from '../format-time.ts';
import { TargetMove } from './target-move.tsx';
import './case.css';

type Step = CaseView['route'][number];

const lights = {
  done: {
    word: '已办',
    shape: <path d="M5.5 11.5 9.5 15.5 16.5 7.5" fill="none" stroke="#fff" strokeWidth="2.5" />,
  },
  now: { word: '办理中', shape: <circle cx="11" cy="11" r="4.5" fill="#fff" /> },
  next: { word: '未到', shape: <circle cx="11" cy="11" r="8.5" fill="#fff" /> },
} as const;

const Light = ({ state }: { readonly state: Step['state'] }) => (
  <span className="route-light">
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <circle cx="11" cy="11" r="11" fill="currentColor" />
      {lights[state].shape}
    </svg>
    {lights[state].word}
  </span>
);

/** One desk of a step: who holds or held it, since when, until when, how long it took. */
const Desk = ({ task }: { readonly task: TaskView }) => {
  const { decision } = task;
  return (
    <div className="route-visit">
      <strong>{decision ? `${decision.by.name}（${decision.by.organisation}）` : task.holderLabel}</strong>
      <span>
        {task.stageTitle}
        {decision ? `：${decision.outcomeLabel}` : ''}
      </span>
      <span className="quiet">{formatInstant(task.openedAt)} 到达</span>
      {decision && (
        <span className="quiet">
          {formatInstant(decision.at)} 办结，用时 {formatSpan(task.openedAt, decision.at)}
        </span>
      )}
      {task.state === 'open' && (
        <span className="quiet">已在手 {formatSpan(task.openedAt, new Date().toISOString())}</span>
      )}
      {task.state === 'open' && task.targetOn !== undefined && (
        <DueBadge dueOn={task.targetOn} provisional={task.targetProvisional === true} />
      )}
      {task.state === 'open' && <TargetMove task={task} />}
    </div>
  );
};

interface RouteStepProps {
  readonly step: Step;
  readonly tasks: readonly TaskView[];
}

/** How often the case has been here: a step ahead may have been reached before a return. */
const visitWords = ({ state, visits }: Step): string | undefined => {
  if (state === 'next') return visits.length > 0 ? `此前到达过 ${visits.length} 次` : undefined;
  return visits.length > 1 ? `第 ${visits.length} 次到达本环节` : undefined;
};

const RouteStep = ({ step, tasks }: RouteStepProps) => {
  const since = Date.parse(step.visits[step.visits.length - 1]?.openedAt ?? '');
  const current = tasks.filter(
    (task) => step.state !== 'next' && task.step === step.step && Date.parse(task.openedAt) >= since,
  );
  const visits = visitWords(step);
  return (
    <li className={`route-step route-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      <Light state={step.state} />
      <h3>{step.title}</h3>
      <ClauseChip clause={step.clause} />
      {visits !== undefined && <div className="quiet small">{visits}</div>}
      {current.map((task) => (
        <Desk key={task.taskId} task={task} />
      ))}
    </li>
  );
};

/** 谁在办、办到何时: the route as a line of people and times. */
export const RouteLine = ({ view }: { readonly view: CaseView }) => (
  <section className="panel" aria-labelledby="route-line">
    <h2 id="route-line">办理进度</h2>
    <ol className="route">
      {view.route.map((step) => (
        <RouteStep key={step.step} step={step} tasks={view.tasks} />
      ))}
    </ol>
  </section>
);

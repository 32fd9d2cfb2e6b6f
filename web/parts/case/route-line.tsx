import type { DeskView, RouteStepView } from '#shared/contracts/case-route.ts';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { DueBadge } from '../due-badge.tsx';
import { formatInstant } from '../format-time.ts';
import { stayWords } from '../light-words.ts';
import { TargetMove } from './target-move.tsx';
import './route.css';

const lights = {
  done: {
    word: '已办',
    shape: <path d="M5.5 11.5 9.5 15.5 16.5 7.5" fill="none" stroke="#fff" strokeWidth="2.5" />,
  },
  now: { word: '办理中', shape: <circle cx="11" cy="11" r="4.5" fill="#fff" /> },
  next: { word: '未到', shape: <circle cx="11" cy="11" r="8.5" fill="#fff" /> },
} as const;

const Light = ({ state }: { readonly state: RouteStepView['state'] }) => (
  <span className="route-light">
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <circle cx="11" cy="11" r="11" fill="currentColor" />
      {lights[state].shape}
    </svg>
    {lights[state].word}
  </span>
);

/** One desk of a step: who holds or held it, since when, until when, how long it took. */
const Desk = ({ desk, task }: { readonly desk: DeskView; readonly task?: TaskView | undefined }) => (
  <div className="route-visit">
    <strong>
      {desk.organisation === undefined ? desk.holder : `${desk.holder}（${desk.organisation}）`}
    </strong>
    <span>
      {desk.stageTitle}
      {desk.outcomeLabel !== undefined && `：${desk.outcomeLabel}`}
    </span>
    <span className="quiet">{formatInstant(desk.openedAt)} 到达</span>
    {desk.closedAt === undefined ? (
      <span className="quiet">已在手 {stayWords(desk.workingDays)}</span>
    ) : (
      <span className="quiet">
        {formatInstant(desk.closedAt)} 办结，用时 {stayWords(desk.workingDays)}
      </span>
    )}
    {desk.light && <DueBadge light={desk.light} dueOn={desk.targetOn} provisional={desk.targetProvisional} />}
    {task?.state === 'open' && <TargetMove task={task} />}
  </div>
);

/** Visits before the last one, told in a line each. */
const EarlierVisits = ({ visits }: Pick<RouteStepView, 'visits'>) =>
  visits.length > 0 && (
    <details className="route-earlier">
      <summary>此前到达 {visits.length} 次</summary>
      {visits.map(({ openedAt, desks }) => (
        <div key={openedAt}>
          {desks.map((desk) => (
            <Desk key={desk.taskId} desk={desk} />
          ))}
        </div>
      ))}
    </details>
  );

const RouteStep = ({
  step,
  tasks,
}: {
  readonly step: RouteStepView;
  readonly tasks: readonly TaskView[];
}) => {
  const ahead = step.state === 'next';
  const current = ahead ? undefined : step.visits[step.visits.length - 1];
  return (
    <li className={`route-step route-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      <Light state={step.state} />
      <h3>{step.title}</h3>
      <ClauseChip clause={step.clause} short />
      {step.light && (
        <div className="route-visit">
          <DueBadge light={step.light} />
          <span className="quiet">申请单位补正期间不计时</span>
        </div>
      )}
      {ahead && <div className="route-visit quiet">将由{step.holderLabels.join('、')}办理</div>}
      {current?.desks.map((desk) => (
        <Desk key={desk.taskId} desk={desk} task={tasks.find(({ taskId }) => taskId === desk.taskId)} />
      ))}
      <EarlierVisits visits={ahead ? step.visits : step.visits.slice(0, -1)} />
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

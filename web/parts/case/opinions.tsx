import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { formatInstant } from '../format-time.ts';
import './case.css';

/** Every decision so far with its opinion, the newest first. */
export const Opinions = ({ tasks }: { readonly tasks: readonly TaskView[] }) => {
  const decided = tasks
    .flatMap((task) =>
      task.decision && task.decision.outcome !== 'settled' ? [{ task, decision: task.decision }] : [],
    )
    .sort((a, b) => Date.parse(b.decision.at) - Date.parse(a.decision.at));
  return (
    <section className="panel" aria-labelledby="opinions">
      <h2 id="opinions">办理意见</h2>
      {decided.length === 0 && <p className="quiet">还没有人办理过。办理后，意见和时间会显示在这里。</p>}
      {decided.map(({ task, decision }) => (
        <article key={task.taskId} className="opinion">
          <div className="opinion-head">
            <strong>
              {task.stageTitle}：{decision.outcomeLabel}
            </strong>
            <span>
              {decision.by.name}（{decision.by.organisation} · {decision.by.roleLabel}）
            </span>
            <span className="quiet small">
              {formatInstant(decision.at)} · 第 {task.round} 轮
            </span>
          </div>
          {decision.opinion !== undefined && <p className="opinion-text">{decision.opinion}</p>}
        </article>
      ))}
    </section>
  );
};

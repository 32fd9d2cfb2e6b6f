import type { DueLight } from '#shared/contracts/case-tasks.ts';
import { formatDate } from './format-time.ts';
import { lightWords } from './light-words.ts';
import './lists.css';

const shapes = {
  normal: <circle cx="6" cy="6" r="5" />,
  soon: <path d="M6 0.5 11.5 6 6 11.5 0.5 6z" />,
  overdue: <path d="M6 0.5 11.8 11H0.2z" />,
  paused: <path d="M1 1h3.5v10H1zM7.5 1H11v10H7.5z" />,
} as const;

interface DueBadgeProps {
  readonly light: DueLight;
  readonly dueOn?: string | undefined;
  readonly provisional?: boolean | undefined;
}

/** A light with its 办理参考时间: colour, shape and word say the same. */
export const DueBadge = ({ light, dueOn, provisional }: DueBadgeProps) => (
  <span className={`due due-${light.state}`}>
    <svg className="due-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[light.state]}
    </svg>
    <span className="due-word">{lightWords(light)}</span>
    {dueOn !== undefined && (
      <span className="due-date">
        参考时间 {formatDate(dueOn)}
        {provisional === true && '（暂定，待节假日安排公布）'}
      </span>
    )}
  </span>
);

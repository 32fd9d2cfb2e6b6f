import { dueLightOf } from './due-light.ts';
import { dateOf, formatDate } from './format-time.ts';

const shapes = {
  normal: <circle cx="6" cy="6" r="5" />,
  soon: <path d="M6 0.5 11.5 6 6 11.5 0.5 6z" />,
  overdue: <path d="M6 0.5 11.8 11H0.2z" />,
} as const;

interface DueBadgeProps {
  readonly dueOn: string;
  readonly provisional: boolean;
}

/** 办理参考时间 with its light: colour, shape and word say the same. */
export const DueBadge = ({ dueOn, provisional }: DueBadgeProps) => {
  const light = dueLightOf(dueOn, dateOf(new Date()));
  return (
    <span className={`due due-${light.kind}`}>
      <svg className="due-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {shapes[light.kind]}
      </svg>
      <span className="due-word">{light.word}</span>
      <span className="due-date">
        参考时间 {formatDate(dueOn)}
        {provisional && '（暂定，待节假日安排公布）'}
      </span>
    </span>
  );
};

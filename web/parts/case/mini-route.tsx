import type { ListedCase } from '#shared/contracts/case-lists.ts';
import './route.css';

const words = { done: '已办', now: '办理中', next: '未到' } as const;

/** The route in one line, for cards and lists. */
export const MiniRoute = ({ line }: { readonly line: ListedCase['line'] }) => (
  <ol className="mini-route">
    {line.map(({ step, title, state }) => (
      <li key={step} className={`mini-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
        {title}
        <span className="visually-hidden">（{words[state]}）</span>
      </li>
    ))}
  </ol>
);

import { signInAgain } from '../../auth/session-store.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import type { Drafts } from './draft-store.ts';

interface SaveStateProps {
  readonly drafts: Drafts;
  readonly onRetry: () => void;
  /** Keeps what is unsaved in this tab before the page is left for a new sign-in. */
  readonly onKeep: () => void;
}

const clockTime = (instant: number): string => formatInstant(new Date(instant).toISOString()).slice(-5);

/** 已保存 14:05, 正在保存, or why not and what to do. */
export const SaveState = ({ drafts, onRetry, onKeep }: SaveStateProps) => {
  const savings = Object.values(drafts).map(({ saving }) => saving);
  const failed = savings.find((saving) => saving.at === 'failed');
  if (failed?.at === 'failed')
    return (
      <span role="alert" className="fill-unsaved">
        保存失败：{failed.problem.title}{' '}
        {failed.problem.status === 401 ? (
          <Button
            size="small"
            onClick={() => {
              onKeep();
              void signInAgain();
            }}
          >
            重新登录后继续
          </Button>
        ) : (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )}
      </span>
    );
  if (savings.some(({ at }) => at === 'moved'))
    return <span className="fill-unsaved">有部分内容被他人保存过，请在该部分选择如何处理</span>;
  if (savings.some(({ at }) => at === 'held'))
    return <span className="fill-unsaved">有内容暂时不能保存，改正标出的问题后自动保存</span>;
  if (savings.some(({ at }) => at === 'unsaved' || at === 'saving')) return <span>正在保存…</span>;
  const times = savings.flatMap((saving) =>
    saving.at === 'saved' && saving.on !== undefined ? [saving.on] : [],
  );
  return <span>{times.length > 0 ? `已保存 ${clockTime(Math.max(...times))}` : '填写后自动保存'}</span>;
};

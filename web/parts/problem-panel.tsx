import { ProblemError } from '../api/problem-error.ts';
import { type ShownProblem, unreachable } from '../api/read-problem.ts';
import { signInAgain } from '../auth/session-store.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface ProblemPanelProps {
  readonly error: Error;
  /** Reads again what could not be shown. */
  readonly onRetry?: (() => unknown) | undefined;
  readonly retryLabel?: string;
}

const problemOf = (error: Error): ShownProblem =>
  error instanceof ProblemError
    ? error.problem
    : { ...unreachable, title: '本页出现异常', detail: '请刷新本页后重试。' };

/** A refusal or failure in words, with the one thing to do next. */
export const ProblemPanel = ({ error, onRetry, retryLabel = '重试' }: ProblemPanelProps) => {
  const problem = problemOf(error);
  const action =
    problem.status === 401 ? (
      <Button onClick={() => void signInAgain()}>重新登录</Button>
    ) : (
      onRetry && <Button onClick={() => void onRetry()}>{retryLabel}</Button>
    );
  return (
    <Notice
      type={problem.status >= 500 || problem.status === 0 ? 'error' : 'warning'}
      title={problem.title}
      description={problem.detail}
      action={action}
    />
  );
};

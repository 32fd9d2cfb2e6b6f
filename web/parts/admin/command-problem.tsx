import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

/** Why a command was refused, place by place. */
export const CommandProblem = ({ error }: { readonly error: Error | null }) =>
  error && (
    <>
      <ProblemPanel error={error} />
      <ProblemList error={error} />
    </>
  );

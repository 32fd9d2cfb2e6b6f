import type { FormSection } from '#shared/contracts/forms.ts';
import { ProblemError } from '../api/problem-error.ts';
import type { FieldProblem } from '../api/read-problem.ts';
import { ClauseChip } from './clause-chip.tsx';
import { placeOfProblem } from './form/place-of-problem.ts';

interface FieldProblemsProps {
  readonly problems: readonly FieldProblem[];
  /** The form that the pointers lead into, if they do. */
  readonly sections?: readonly FormSection[];
}

/** What must be mended, place by place, each with its ground. */
export const FieldProblems = ({ problems, sections = [] }: FieldProblemsProps) => (
  <ul className="problem-list">
    {problems.map((problem) => {
      const { words } = placeOfProblem(sections, problem.pointer);
      return (
        <li key={`${problem.pointer} ${problem.code} ${problem.message}`}>
          {words !== '' && <strong>{words}：</strong>}
          {problem.message} {problem.clause !== undefined && <ClauseChip clause={problem.clause} />}
        </li>
      );
    })}
  </ul>
);

/** The field problems that an error carries, if any. */
export const ProblemList = ({ error }: { readonly error: Error }) =>
  error instanceof ProblemError && error.problem.errors.length > 0 ? (
    <FieldProblems problems={error.problem.errors} />
  ) : null;

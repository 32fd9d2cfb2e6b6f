import type { FieldProblem } from '../../api/read-problem.ts';

/** Whether two lists say the same; they are made anew with every key pressed. */
export const sameProblems = (a: readonly FieldProblem[], b: readonly FieldProblem[]): boolean =>
  a.length === b.length &&
  a.every(({ pointer, message }, at) => pointer === b[at]?.pointer && message === b[at]?.message);

/** Problems of the place itself and of everything in it. */
export const problemsWithin = (problems: readonly FieldProblem[], pointer: string): readonly FieldProblem[] =>
  problems.filter((problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`));

export const problemsAt = (problems: readonly FieldProblem[], pointer: string): readonly FieldProblem[] =>
  problems.filter((problem) => problem.pointer === pointer);

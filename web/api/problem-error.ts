import type { ShownProblem } from './read-problem.ts';

/** A request that was answered with a problem, or not at all. */
export class ProblemError extends Error {
  readonly problem: ShownProblem;

  constructor(problem: ShownProblem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Somebody else was faster: what is shown has to be read again before anything can be done. */
export const isStale = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.status === 409;

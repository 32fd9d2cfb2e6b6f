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

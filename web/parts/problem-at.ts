import { ProblemError } from '../api/problem-error.ts';

/** What a refused command says of one of its fields, to be told beside the field. */
export const problemAt = (error: Error | null, pointer: string): string | undefined =>
  error instanceof ProblemError
    ? error.problem.errors.find((problem) => problem.pointer === pointer)?.message
    : undefined;

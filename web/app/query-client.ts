import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error.ts';

/** A refusal stays a refusal however often it is asked; only faults and a broken line are tried again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 &&
  error instanceof ProblemError &&
  (error.problem.status === 0 || error.problem.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

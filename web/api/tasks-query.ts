import { callOperation } from './call-operation.ts';
import { type Cursor, firstPage, nextOf, pageLimit } from './paging.ts';

interface Page {
  readonly pageParam: Cursor;
  readonly signal: AbortSignal;
}

/** 待办 of a membership, by reference time. @param after makes that command part of the answer */
export const tasksQuery = (membership: string, after?: string) => ({
  queryKey: [membership, 'tasks'] as const,
  queryFn: ({ pageParam, signal }: Page) =>
    callOperation(
      'listTasks',
      { membership },
      { query: { limit: pageLimit, cursor: pageParam, after } },
      signal,
    ),
  initialPageParam: firstPage,
  getNextPageParam: nextOf,
});

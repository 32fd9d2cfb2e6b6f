import { tasksQuery } from '../api/tasks-query.ts';
import { chosenOf, readChosenMembership } from '../auth/chosen-membership.ts';
import { meQuery } from '../auth/me-query.ts';
import { queryClient } from './query-client.ts';

const read = async (person: string): Promise<void> => {
  const me = await queryClient.fetchQuery(meQuery(person));
  const membership = chosenOf(me, readChosenMembership());
  if (membership && window.location.pathname === '/')
    await queryClient.prefetchInfiniteQuery(tasksQuery(membership.id));
};

/** Reads what the first screen will ask for while its scripts are still on the way: each trip has its delay. */
export const readAhead = (person: string): void => {
  // What can't be read now is asked for again, and its failure told, where it is shown.
  read(person).catch(() => undefined);
};

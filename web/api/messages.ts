import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation } from './call-operation.ts';
import { firstPage, nextOf } from './paging.ts';

const pollMs = 60_000;

/** 消息 of this membership, the newest first. */
export const useMessages = () => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'messages', 'list'],
    queryFn: ({ pageParam, signal }) =>
      callOperation('listMessages', caller, { query: { limit: '20', cursor: pageParam } }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
    refetchInterval: pollMs,
  });
};

/** How many messages are unread, at most 100; looked at once a minute. */
export const useUnread = (): number => {
  const { caller } = useSignedIn();
  const { data } = useQuery({
    queryKey: [caller.membership, 'messages', 'unread'],
    queryFn: ({ signal }) => callOperation('listMessages', caller, { query: { limit: '1' } }, signal),
    refetchInterval: pollMs,
  });
  return data?.unread ?? 0;
};

/** Marks messages as read; without ids, all. */
export const useReadMessages = () => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (messageIds?: string[]) =>
      callOperation('readMessages', caller, { body: messageIds ? { messageIds } : {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [caller.membership, 'messages'] }),
  });
};

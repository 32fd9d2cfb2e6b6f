import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation, type Request } from './call-operation.ts';
import { lasting, useAttemptKey } from './commands.ts';

/** 委托: one's own, given and received. */
export const useDelegations = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'delegations'],
    queryFn: ({ signal }) => callOperation('listDelegations', caller, {}, signal),
  });
};

/** People whose open items may be handed over. */
export const useDesks = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'desks'],
    queryFn: ({ signal }) => callOperation('listDesks', caller, {}, signal),
  });
};

/** 离岗交接; looked at again while one is under way. */
export const useHandOvers = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'hand-overs'],
    queryFn: ({ signal }) => callOperation('listHandOvers', caller, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === 'running') ? 1500 : false,
  });
};

export const useHandOver = (handOverId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'hand-over', handOverId],
    queryFn: ({ signal }) => callOperation('getHandOver', caller, { params: { handOverId } }, signal),
  });
};

type DeskCommand = 'delegateDesk' | 'revokeDelegation' | 'startHandOver';

/** Afterwards everything shown is read again. */
export const useDeskCommand = <Id extends DeskCommand>(id: Id) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (request: Omit<Request<Id>, 'key'>) =>
      callOperation(id, caller, { ...request, key: keyFor(request) } as Request<Id>),
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: [caller.membership],
        predicate: ({ queryKey }) => !lasting.has(queryKey[1]),
      }),
  });
};

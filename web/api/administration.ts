import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation, type Request } from './call-operation.ts';
import { lasting, useAttemptKey } from './commands.ts';

type Cursor = string | undefined;
const firstPage: Cursor = undefined;
const nextOf = (page: { readonly nextCursor?: string | undefined }): Cursor => page.nextCursor;

/** 人员与岗位; `search`: words in name, post, organisation or account. */
export const usePeople = (search: string) => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'people', search],
    queryFn: ({ pageParam, signal }) =>
      callOperation(
        'listPeople',
        caller,
        { query: { limit: '50', cursor: pageParam, search: search === '' ? undefined : search } },
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });
};

/** 授权事项, newest first. */
export const useGrants = (state: 'open' | 'closed') => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'grants', state],
    queryFn: ({ pageParam, signal }) =>
      callOperation('listGrants', caller, { query: { limit: '20', cursor: pageParam, state } }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
    refetchInterval: state === 'open' ? 60_000 : false,
  });
};

export const useAdministrationJournal = () => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'administration-journal'],
    queryFn: ({ pageParam, signal }) =>
      callOperation(
        'listAdministrationJournal',
        caller,
        { query: { limit: '50', cursor: pageParam } },
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });
};

/** Walks the whole chain at the server; only when asked. */
export const useAdministrationVerification = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'administration-verification'],
    queryFn: ({ signal }) => callOperation('verifyAdministrationJournal', caller, {}, signal),
    enabled: false,
    gcTime: 0,
  });
};

export const useOutboundHosts = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'outbound-hosts'],
    queryFn: ({ signal }) => callOperation('getOutboundHosts', caller, {}, signal),
  });
};

export const useSaveHosts = () => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<'saveOutboundHosts'>) =>
      callOperation('saveOutboundHosts', caller, request),
    onSuccess: (answer) => queries.setQueryData([caller.membership, 'outbound-hosts'], answer),
  });
};

/** 工作日历 of a year. */
export const useCalendar = (year: number | undefined) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'calendar', year],
    queryFn: ({ signal }) =>
      callOperation(
        'getCalendar',
        caller,
        { query: { year: year === undefined ? undefined : String(year) } },
        signal,
      ),
    staleTime: 600_000,
  });
};

type GrantCommand = 'enrolPerson' | 'proposeGrant' | 'decideGrant' | 'withdrawGrant';

/** A command of the administration; afterwards everything shown is read again. */
export const useGrantCommand = <Id extends GrantCommand>(id: Id) => {
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

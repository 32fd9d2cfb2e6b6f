import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { CaseSummary } from '#shared/contracts/cases.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { type Answer, callOperation } from './call-operation.ts';
import { useLastCommand } from './last-command.ts';
import { firstPage, nextOf, pageLimit } from './paging.ts';
import { tasksQuery } from './tasks-query.ts';

/** All pages read so far, in one list. */
export const itemsOf = <Item>(data: InfiniteData<{ readonly items: readonly Item[] }>): readonly Item[] =>
  data.pages.flatMap(({ items }) => items);

/** 待办, by reference time; the caller's own last command is always part of the answer. */
export const useTasks = () => {
  const { caller } = useSignedIn();
  const after = useLastCommand();
  return useInfiniteQuery({ ...tasksQuery(caller.membership, after), refetchInterval: 60_000 });
};

export interface CaseFilter {
  readonly tenant?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly text?: string | undefined;
  readonly mine?: 'true' | undefined;
}

/** 办件 as far as the caller may see them, newest first. */
export const useCases = (filter: CaseFilter) => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'cases', filter],
    queryFn: ({ pageParam, signal }) =>
      callOperation(
        'listCases',
        caller,
        { query: { limit: pageLimit, cursor: pageParam, ...filter } },
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });
};

/** What lies where, for whoever looks into counties. */
export const useWorkload = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'workload'],
    queryFn: ({ signal }) => callOperation('getWorkload', caller, {}, signal),
    refetchInterval: 60_000,
  });
};

/** What a reviewer looks at beside the application. */
export const useReview = (caseId: string, enabled: boolean) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'review', caseId],
    queryFn: ({ signal }) => callOperation('getReview', caller, { params: { caseId } }, signal),
    enabled,
  });
};

/** Whom a task may be handed to, and who may be asked. */
export const useColleagues = (caseId: string, taskId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'colleagues', caseId, taskId],
    queryFn: ({ signal }) => callOperation('listColleagues', caller, { params: { caseId, taskId } }, signal),
  });
};

/** The rules change with a release only; read when somebody first asks for a ground. */
export const useRules = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'rules'],
    queryFn: ({ signal }) => callOperation('getRules', caller, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** What can be asked for, and how many are under way. */
export const useKinds = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'kinds'],
    queryFn: ({ signal }) => callOperation('listKinds', caller, {}, signal),
  });
};

export const useGuide = (kind: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'guide', kind],
    queryFn: ({ signal }) => callOperation('getGuide', caller, { params: { kind } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** Milliseconds until a case in transit is looked at again: often at first, then now and then. */
const transitInterval = (view: Answer<'getCase'> | undefined, looks: number): number | false => {
  if (view?.status !== 'moving') return false;
  return looks < 40 ? 1_500 : 10_000;
};

/**
 * A case with everything its page shows; read again by itself while it is 流转中.
 * `fresh`: read anew for this page, however lately another page read it.
 */
export const useCase = (caseId: string, fresh = false) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'case', caseId],
    queryFn: ({ signal }) => callOperation('getCase', caller, { params: { caseId } }, signal),
    refetchInterval: ({ state }) => transitInterval(state.data, state.dataUpdateCount),
    refetchOnMount: fresh ? 'always' : true,
  });
};

export const useJournal = (caseId: string) => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, 'journal', caseId],
    queryFn: ({ pageParam, signal }) =>
      callOperation(
        'listJournal',
        caller,
        { params: { caseId }, query: { limit: '50', cursor: pageParam } },
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });
};

/** Walks the whole chain at the server; only when asked. */
export const useJournalVerification = (caseId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'journal-verification', caseId],
    queryFn: ({ signal }) => callOperation('verifyJournal', caller, { params: { caseId } }, signal),
    enabled: false,
    gcTime: 0,
  });
};

/** The form of the city's rules, or of those that a case is pinned to; it changes with the rules only. */
export const useForm = (kind: CaseSummary['kind'] | undefined, ruleVersion?: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'form', kind, ruleVersion],
    queryFn: ({ signal }) =>
      callOperation(
        'getForm',
        caller,
        { params: { kind: kind ?? 'cloudApplication' }, query: { ruleVersion } },
        signal,
      ),
    enabled: kind !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** The nodes of the caller's city. */
export const useTenants = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'tenants'],
    queryFn: ({ signal }) => callOperation('listTenants', caller, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** The price list changes a few times a year. */
export const useCatalogue = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'catalogue'],
    queryFn: ({ signal }) => callOperation('listCatalogue', caller, {}, signal),
    staleTime: 600_000,
  });
};

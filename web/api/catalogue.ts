import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSignedIn } from '../auth/signed-in.ts';
import { newAttemptKey } from './attempt-key.ts';
import { callOperation, type Request } from './call-operation.ts';

/** First part of every key of the catalogue's queries; `useCatalogue` of the forms has it too. */
const catalogueKey = 'catalogue';

/** 历次版本, and what the caller may do. */
export const useCatalogueVersions = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'versions'],
    queryFn: ({ signal }) => callOperation('listCatalogueVersions', caller, {}, signal),
  });
};

export const useCatalogueVersion = (version: string, against: string | undefined) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'version', version, against],
    queryFn: ({ signal }) =>
      callOperation('getCatalogueVersion', caller, { params: { version }, query: { against } }, signal),
  });
};

export const useCatalogueDraft = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'draft'],
    queryFn: ({ signal }) => callOperation('getCatalogueDraft', caller, {}, signal),
    // What is being written must not be replaced under the writer's hands.
    refetchOnWindowFocus: false,
  });
};

/** 改价影响 of the draft that is shown. */
export const useCatalogueRepricing = (version: number) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'repricing', version],
    queryFn: ({ signal }) => callOperation('getCatalogueRepricing', caller, {}, signal),
    refetchOnWindowFocus: false,
  });
};

export const useBudgetStandards = (known: boolean) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'standards'],
    queryFn: ({ signal }) => callOperation('getBudgetStandards', caller, {}, signal),
    enabled: known,
  });
};

const newest: number | undefined = undefined;
export const useCatalogueJournal = () => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, catalogueKey, 'journal'],
    queryFn: ({ pageParam, signal }) =>
      callOperation('listCatalogueJournal', caller, { query: { before: pageParam?.toString() } }, signal),
    initialPageParam: newest as number | undefined,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });
};

/** Walks the whole chain at the server; only when asked. */
export const useCatalogueVerification = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, catalogueKey, 'verification'],
    queryFn: ({ signal }) => callOperation('verifyCatalogueJournal', caller, {}, signal),
    enabled: false,
    gcTime: 0,
  });
};

type CommandId =
  | 'saveCatalogueDraft'
  | 'releaseCatalogueDraft'
  | 'fileCatalogueVersion'
  | 'saveBudgetStandards';

/** A command on the catalogue; afterwards all of it is read again. The same request keeps its key. */
export const useCatalogueCommand = <Id extends CommandId>(id: Id) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const last = useRef<{ readonly of: string; readonly key: string }>(null);
  return useMutation({
    mutationFn: (request: Omit<Request<Id>, 'key'>) => {
      const of = JSON.stringify(request);
      if (last.current?.of !== of) last.current = { of, key: newAttemptKey() };
      return callOperation(id, caller, { ...request, key: last.current.key } as unknown as Request<Id>);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [caller.membership, catalogueKey] }),
  });
};

import { skipToken, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { saveFile } from '../parts/save-file.ts';
import { type Caller, callOperation, type Request } from './call-operation.ts';
import { useAttemptKey } from './commands.ts';

type Cursor = string | undefined;
const firstPage: Cursor = undefined;
const pageLimit = '20';
const nextOf = (page: { readonly nextCursor?: string | undefined }): Cursor => page.nextCursor;

/** First part of every key of the lifecycle's queries. */
const lifecycleKey = 'lifecycle';
/** What others do on it is looked for this often. */
const lookAgainMs = 5_000;

type Query = Readonly<Record<string, Cursor>>;
type Read<Page> = (caller: Caller, query: Query, signal: AbortSignal) => Promise<Page>;

/** A list of the lifecycle, page by page. */
const usePages = <Page extends { readonly nextCursor?: string }>(
  name: string,
  query: Query,
  read: Read<Page>,
) => {
  const { caller } = useSignedIn();
  return useInfiniteQuery({
    queryKey: [caller.membership, lifecycleKey, name, query],
    queryFn: ({ pageParam, signal }) =>
      read(caller, { limit: pageLimit, cursor: pageParam, ...query }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });
};

export const useOrders = () =>
  usePages('orders', {}, (caller, query, signal) => callOperation('listOrders', caller, { query }, signal));

export const useWorkOrders = (state: 'open' | 'done') =>
  usePages('work-orders', { state }, (caller, query, signal) =>
    callOperation('listWorkOrders', caller, { query }, signal),
  );

export const useSystems = () =>
  usePages('systems', {}, (caller, query, signal) => callOperation('listSystems', caller, { query }, signal));

const mostSystems = '100';
/** As many of the unit's systems as one choice offers, the newest. */
export const useSystemsInUse = () =>
  usePages('systems', { limit: mostSystems }, (caller, query, signal) =>
    callOperation('listSystems', caller, { query }, signal),
  );

export const useResources = (pool: string | undefined) =>
  usePages('resources', { pool }, (caller, query, signal) =>
    callOperation('listResources', caller, { query }, signal),
  );

export const useOffCloud = (filter: Query) =>
  usePages('off-cloud', filter, (caller, query, signal) =>
    callOperation('listOffCloud', caller, { query }, signal),
  );

export const useObligations = (filter: Query) =>
  usePages('obligations', filter, (caller, query, signal) =>
    callOperation('listObligations', caller, { query }, signal),
  );

export const useObligation = (obligationId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'obligation', obligationId],
    queryFn: ({ signal }) => callOperation('getObligation', caller, { params: { obligationId } }, signal),
  });
};

/** 佐证文件, handed over to be kept. */
export const useEvidence = (obligationId: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: async () => {
      const { fileName, content } = await callOperation('getEvidence', caller, {
        params: { obligationId },
      });
      saveFile(fileName, new Blob([new Uint8Array(content)]));
    },
  });
};

/** 佐证文件 of a rectification: the finding's in place 0, behind it those of statements. */
export const useRectificationEvidence = (rectificationId: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: async (place: number) => {
      const { fileName, content } = await callOperation('getRectificationEvidence', caller, {
        params: { rectificationId, place: String(place) },
      });
      saveFile(fileName, new Blob([new Uint8Array(content)]));
    },
  });
};

export const useReclamations = () =>
  usePages('reclamations', {}, (caller, query, signal) =>
    callOperation('listReclamations', caller, { query }, signal),
  );

export const useRectifications = () =>
  usePages('rectifications', {}, (caller, query, signal) =>
    callOperation('listRectifications', caller, { query }, signal),
  );

export const useRectification = (rectificationId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'rectification', rectificationId],
    queryFn: ({ signal }) =>
      callOperation('getRectification', caller, { params: { rectificationId } }, signal),
    refetchInterval: lookAgainMs,
  });
};

export const useReclamation = (reclamationId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'reclamation', reclamationId],
    queryFn: ({ signal }) => callOperation('getReclamation', caller, { params: { reclamationId } }, signal),
    refetchInterval: lookAgainMs,
  });
};

export const useCertificate = (reclamationId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'certificate', reclamationId],
    queryFn: ({ signal }) => callOperation('getCertificate', caller, { params: { reclamationId } }, signal),
  });
};

export const useOrder = (orderId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'order', orderId],
    queryFn: ({ signal }) => callOperation('getOrder', caller, { params: { orderId } }, signal),
    refetchInterval: lookAgainMs,
  });
};

export const useWork = (workId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'work', workId],
    queryFn: ({ signal }) => callOperation('getWorkOrder', caller, { params: { workId } }, signal),
  });
};

/** A system of the registry; without an id none is asked for. */
export const useSystem = (systemId: string | undefined) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'system', systemId],
    queryFn:
      systemId === undefined
        ? skipToken
        : ({ signal }) => callOperation('getSystem', caller, { params: { systemId } }, signal),
  });
};

export const useLetter = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'letter'],
    queryFn: ({ signal }) => callOperation('getLetter', caller, {}, signal),
  });
};

export const useLetterText = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, lifecycleKey, 'letter-text'],
    queryFn: ({ signal }) => callOperation('getLetterText', caller, {}, signal),
    // What is being written must not be replaced under the writer's hands.
    refetchOnWindowFocus: false,
  });
};

type CommandId =
  | 'confirmOrder'
  | 'planBatch'
  | 'releaseUnits'
  | 'dropRemainder'
  | 'collectCredentials'
  | 'answerWorkOrder'
  | 'depositCredentials'
  | 'signLetter'
  | 'performObligation'
  | 'explainObligation'
  | 'judgeObligation'
  | 'actOnReclamation'
  | 'recordFinding'
  | 'actOnRectification'
  | 'registerOffCloud'
  | 'updateOffCloud'
  | 'saveLetterText';
const keyless: ReadonlySet<CommandId> = new Set([
  'collectCredentials',
  'depositCredentials',
  'saveLetterText',
]);

/** A command of the lifecycle; afterwards all of it is read again. */
export const useLifecycleCommand = <Id extends CommandId>(id: Id) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (request: Omit<Request<Id>, 'key'>) =>
      callOperation(id, caller, {
        ...request,
        ...(keyless.has(id) ? {} : { key: keyFor(request) }),
      } as unknown as Request<Id>),
    onSuccess: () => queries.invalidateQueries({ queryKey: [caller.membership, lifecycleKey] }),
  });
};

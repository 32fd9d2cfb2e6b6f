import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation, type Request } from './call-operation.ts';
import { useAttemptKey } from './commands.ts';

/** 县（市、区）事项 of the caller's city. */
export const useTenantMatters = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'tenant-matters'],
    queryFn: ({ signal }) => callOperation('listTenantMatters', caller, {}, signal),
    refetchInterval: 60_000,
  });
};

/** One node with its settings. */
export const useTenant = (node: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'tenant', node],
    queryFn: ({ signal }) => callOperation('getTenant', caller, { params: { node } }, signal),
  });
};

export const useSaveSettings = () => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<'saveTenantSettings'>) =>
      callOperation('saveTenantSettings', caller, request),
    onSuccess: (answer, { params }) => {
      queries.setQueryData([caller.membership, 'tenant', params.node], answer);
      return queries.invalidateQueries({ queryKey: [caller.membership, 'form'] });
    },
  });
};

/** 整体导出 of a node; looked at again while one is being built. */
export const useExports = (node: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'exports', node],
    queryFn: ({ signal }) => callOperation('listExports', caller, { query: { node } }, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === 'building') ? 2_000 : false,
  });
};

/** Fresh addresses of a finished export; they work for five minutes. */
export const useExportLinks = () => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: (params: Request<'linkExport'>['params']) => callOperation('linkExport', caller, { params }),
  });
};

type TenantCommand = 'proposeTenantMatter' | 'decideTenantMatter' | 'addOrganisation' | 'startExport';

/** A command about a tenant; afterwards everything shown of the administration is read again. */
export const useTenantCommand = <Id extends TenantCommand>(id: Id) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (request: Omit<Request<Id>, 'key'>) =>
      callOperation(id, caller, { ...request, key: keyFor(request) } as Request<Id>),
    onSuccess: () => queries.invalidateQueries({ queryKey: [caller.membership] }),
  });
};

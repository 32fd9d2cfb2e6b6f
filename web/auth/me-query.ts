import { callOperation } from '../api/call-operation.ts';

/** Who signed in and under which memberships they may act. @param person subject of the session */
export const meQuery = (person: string) => ({
  queryKey: ['me', person] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => callOperation('getMe', {}, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

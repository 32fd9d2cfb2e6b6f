import { useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';

const keyOf = (membership: string) => [membership, 'last-command'] as const;

/** `after` of the last command that the person gave under this membership, for reading one's own decision. */
export const useLastCommand = (): string | undefined => {
  const queries = useQueryClient();
  const { caller } = useSignedIn();
  return queries.getQueryData<string>(keyOf(caller.membership));
};

export const useRememberCommand = (): ((after: string) => void) => {
  const queries = useQueryClient();
  const { caller } = useSignedIn();
  return (after) => queries.setQueryData(keyOf(caller.membership), after);
};

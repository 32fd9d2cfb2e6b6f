import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSignedIn } from '../auth/signed-in.ts';
import { newAttemptKey } from './attempt-key.ts';
import { callOperation, type Request } from './call-operation.ts';
import { useRememberCommand } from './last-command.ts';

type CommandId =
  | 'createCase'
  | 'requestConfirmation'
  | 'withdrawCase'
  | 'decideTask'
  | 'transferTask'
  | 'askSigners'
  | 'urgeTasks'
  | 'addComment'
  | 'copyCase'
  | 'recordAct';

/** The same request keeps its key when it is sent again; any change of it is a new attempt. */
export const useAttemptKey = () => {
  const last = useRef<{ readonly of: string; readonly key: string }>(null);
  return (request: unknown): string => {
    const of = JSON.stringify(request);
    if (last.current?.of !== of) last.current = { of, key: newAttemptKey() };
    return last.current.key;
  };
};

/** What no command changes. */
export const lasting: ReadonlySet<unknown> = new Set([
  'catalogue',
  'form',
  'rules',
  'guide',
  'tenants',
  'colleagues',
  'last-command',
]);

/** A command through the one door; afterwards everything shown is read again. */
export const useCommand = <Id extends CommandId>(id: Id) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const remember = useRememberCommand();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (request: Omit<Request<Id>, 'key'>) =>
      callOperation(id, caller, { ...request, key: keyFor(request) } as Request<Id>),
    onSuccess: (answer) => {
      remember(answer.after);
      return queries.invalidateQueries({
        queryKey: [caller.membership],
        predicate: ({ queryKey }) => !lasting.has(queryKey[1]),
      });
    },
  });
};

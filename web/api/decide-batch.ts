import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BatchAnswer } from '#shared/contracts/case-verbs.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { newAttemptKey } from './attempt-key.ts';
import { callOperation } from './call-operation.ts';
import { lasting } from './commands.ts';

/** One task of a batch, at the version of its case that was looked at. */
export interface BatchRow {
  readonly caseId: string;
  readonly taskId: string;
  readonly version: number;
}

/** So many rows travel at once: few enough to show how far it is. */
const rowsAtOnce = 4;

/** 批量通过, a few rows at a time. Broken off, it goes on where it was, under the same keys. */
export const useDecideBatch = () => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const key = useRef(newAttemptKey());
  const [answers, setAnswers] = useState<BatchAnswer['rows']>([]);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error>();

  const run = async (rows: readonly BatchRow[], opinion: string): Promise<void> => {
    setRunning(true);
    setError(undefined);
    let told = answers;
    try {
      while (told.length < rows.length) {
        const next = rows.slice(told.length, told.length + rowsAtOnce);
        const answer = await callOperation('decideBatch', caller, {
          body: { ...(opinion === '' ? {} : { opinion }), rows: [...next] },
          key: `${key.current}-${told.length}`,
        });
        told = [...told, ...answer.rows];
        setAnswers(told);
      }
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setRunning(false);
    }
  };

  const finish = () =>
    queries.invalidateQueries({
      queryKey: [caller.membership],
      predicate: ({ queryKey }) => !lasting.has(queryKey[1]),
    });

  return { run, answers, running, error, finish };
};

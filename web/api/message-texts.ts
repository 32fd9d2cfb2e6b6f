import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation } from './call-operation.ts';

interface Text {
  readonly title: string;
  readonly text: string;
}

/** The city's message texts beside the defaults. */
export const useMessageTexts = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'message-texts'],
    queryFn: ({ signal }) => callOperation('listMessageTexts', caller, {}, signal),
  });
};

/** A change of the texts; whatever came of it, they are read again. */
const useChange = <Variables>(
  change: (caller: ReturnType<typeof useSignedIn>['caller'], variables: Variables) => Promise<unknown>,
) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => change(caller, variables),
    onSettled: () => queries.invalidateQueries({ queryKey: [caller.membership, 'message-texts'] }),
  });
};

export const useSaveText = (event: string, version: number) =>
  useChange((caller, body: Text) =>
    callOperation('saveMessageText', caller, { params: { event }, version, body: { ...body } }),
  );

export const useRestoreText = (event: string, version: number) =>
  useChange((caller, _none: undefined) =>
    callOperation('restoreMessageText', caller, { params: { event }, version }),
  );

/** The text with sample facts in it; nothing is kept. */
export const usePreview = (event: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: (body: Text) =>
      callOperation('previewMessageText', caller, { params: { event }, body: { ...body } }),
  });
};

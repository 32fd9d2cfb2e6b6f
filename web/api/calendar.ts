import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation } from './call-operation.ts';

/** 工作日历: its versions and what the caller may publish. */
export const useCalendars = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'calendars'],
    queryFn: ({ signal }) => callOperation('listCalendars', caller, {}, signal),
  });
};

/** 重算进度, read again by itself while it is under way. */
export const useRecomputation = (version: number) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'recomputation', version],
    queryFn: ({ signal }) =>
      callOperation('getRecomputation', caller, { params: { version: String(version) } }, signal),
    refetchInterval: ({ state }) => {
      if (state.data?.state === 'running') return 1_500;
      return state.data?.state === 'settling' || state.data?.state === 'retrying' ? 30_000 : false;
    },
  });
};

export const usePreviewNotice = () => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: (body: NoticeBody) => callOperation('previewNotice', caller, { body }),
  });
};

/** Publishes on the version that was seen; afterwards every date that is shown is read again. */
export const usePublishNotice = () => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ notice, version }: { readonly notice: NoticeBody; readonly version: number }) =>
      callOperation('publishNotice', caller, { body: notice, version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [caller.membership] }),
  });
};

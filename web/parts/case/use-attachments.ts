import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callOperation } from '../../api/call-operation.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { sendFile, type UploadStage } from './send-file.ts';

/** A case's attachments; read again with the case, since what must be attached follows from the form. */
export const useAttachments = (caseId: string) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'case', caseId, 'attachments'],
    queryFn: ({ signal }) => callOperation('listAttachments', caller, { params: { caseId } }, signal),
  });
};

/** Attachments are part of what is confirmed: the case is read again too. */
const useCaseRefresh = (caseId: string) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [caller.membership, 'case', caseId] });
};

/** Uploading for one material, with where it stands. */
export const useUpload = (caseId: string, material: string) => {
  const { caller } = useSignedIn();
  const refresh = useCaseRefresh(caseId);
  const [stage, setStage] = useState<UploadStage>();
  const upload = useMutation({
    mutationFn: (file: File) => sendFile(caller, caseId, material, file, setStage),
    onSettled: () => {
      setStage(undefined);
      return refresh();
    },
  });
  return { upload, stage };
};

export const useRemoval = (caseId: string) => {
  const { caller } = useSignedIn();
  const refresh = useCaseRefresh(caseId);
  return useMutation({
    mutationFn: (attachmentId: string) =>
      callOperation('removeAttachment', caller, { params: { caseId, attachmentId } }),
    onSettled: refresh,
  });
};

/** Fetches a fresh address and lets the browser save the file; the page stays where it is. */
export const useDownload = (caseId: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: async (attachmentId: string) => {
      const { url } = await callOperation('linkAttachment', caller, { params: { caseId, attachmentId } });
      const link = document.createElement('a');
      link.href = url;
      link.rel = 'noreferrer';
      link.click();
    },
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type DocumentKind, docxType } from '#shared/contracts/documents.ts';
import { callOperation } from '../../api/call-operation.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { saveFile } from '../save-file.ts';

/** A chosen file as the API takes it. */
export interface ChosenTemplate {
  readonly fileName: string;
  /** Base64. */
  readonly content: string;
}

const bytesPerTurn = 0x8000;

export const readChosen = async (file: File): Promise<ChosenTemplate> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += bytesPerTurn)
    text += String.fromCharCode(...bytes.subarray(at, at + bytesPerTurn));
  return { fileName: file.name, content: btoa(text) };
};

const keep = ({ fileName, content }: { readonly fileName: string; readonly content: Uint8Array }): void =>
  saveFile(fileName, new Blob([new Uint8Array(content)], { type: docxType }));

/** 公文模板 of the caller's city. */
export const useTemplates = () => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'templates'],
    queryFn: ({ signal }) => callOperation('listTemplates', caller, {}, signal),
  });
};

/** Everything that may be done with the template of one kind. */
export const useTemplateCommands = (kind: DocumentKind, version: number) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [caller.membership, 'templates'] });
  const params = { kind };
  return {
    download: useMutation({
      mutationFn: async () => keep(await callOperation('getTemplate', caller, { params })),
    }),
    preview: useMutation({
      mutationFn: async (body: ChosenTemplate) =>
        keep(await callOperation('previewTemplate', caller, { params, body: { ...body } })),
    }),
    replace: useMutation({
      mutationFn: (body: ChosenTemplate) =>
        callOperation('replaceTemplate', caller, { params, version, body: { ...body } }),
      onSettled: refresh,
    }),
    restore: useMutation({
      mutationFn: () => callOperation('restoreTemplate', caller, { params, version }),
      onSettled: refresh,
    }),
  };
};

import type { AttachmentReserved, AttachmentView } from '#shared/contracts/attachments.ts';
import { newAttemptKey } from '../../api/attempt-key.ts';
import { type Caller, callOperation } from '../../api/call-operation.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { type ShownProblem, unreachable } from '../../api/read-problem.ts';

/** Where an upload stands; `percent` while bytes are on their way. */
export type UploadStage =
  | { readonly at: 'reading' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'checking' };

/** 20 MB, as the interface takes it. */
export const mostBytes = 20 * 1024 * 1024;

const notTaken: ShownProblem = {
  status: 0,
  code: 'upload-refused',
  title: '文件没有传上去',
  detail: '上传中断或已超时，请检查网络后重新选择文件上传。',
  errors: [],
};

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Sends a file to its promised place; `fetch` tells no progress of what it sends. */
const post = (
  { url, fields }: AttachmentReserved['upload'],
  file: File,
  onPercent: (percent: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.floor((100 * loaded) / total));
    request.onload = () => (request.status === 204 ? resolve() : reject(new ProblemError(notTaken)));
    request.onerror = () => reject(new ProblemError(unreachable));
    request.open('POST', url);
    request.send(form);
  });

/**
 * Uploads a file for a material: its digest is told first, then it is sent, then the system looks at it.
 * @throws ProblemError with a title and what to do
 */
export const sendFile = async (
  caller: Caller,
  caseId: string,
  material: string,
  file: File,
  onStage: (stage: UploadStage) => void,
): Promise<AttachmentView> => {
  onStage({ at: 'reading' });
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const { attachmentId, upload } = await callOperation('reserveAttachment', caller, {
    params: { caseId },
    body: { material, fileName: file.name, size: file.size, sha256 },
    key: newAttemptKey(),
  });
  await post(upload, file, (percent) => onStage({ at: 'sending', percent }));
  onStage({ at: 'checking' });
  return callOperation('completeAttachment', caller, { params: { caseId, attachmentId }, body: {} });
};

import { createHash } from 'node:crypto';
import type { FileType } from '#shared/contracts/attachments.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CaseRef } from '../ports.ts';
import type { Attachment, Reservation } from './attachment.ts';
import type { AttachmentServices } from './file-ports.ts';
import { inspectFile } from './inspect-file.ts';
import { typeByName } from './type-by-name.ts';

export const notUploaded: Refusal = {
  code: 'not-uploaded',
  detail: '没有收到与登记相符的文件，请重新上传；超过一天的登记已失效，请重新登记。',
};
const refused = (error: FieldRefusal): Refusal => ({
  code: 'file-refused',
  detail: '请按下列提示更换文件后重新上传。',
  errors: [error],
});

/** What the bytes are, when they are the promised ones and what their name says. */
const checkBytes = async (bytes: Buffer, promised: Reservation): Promise<Result<FileType, Refusal>> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== promised.size || sha256 !== promised.sha256)
    return refuse(
      refused({
        pointer: '/file',
        code: 'content-differs',
        message: '收到的文件与登记的大小或摘要不一致，请重新上传。',
      }),
    );
  const type = await inspectFile(bytes);
  if (!type.ok) return refuse(refused(type.refusal));
  if (type.value !== typeByName(promised.fileName))
    return refuse(
      refused({
        pointer: '/file',
        code: 'type-differs',
        message: `文件内容是 ${type.value.toUpperCase()}，与文件名的后缀不符，请改正后重新上传。`,
      }),
    );
  return type;
};

/** Reads again what was uploaded, tells its type by its content and has it kept. */
export const receiveFile = async (
  { files, clock }: Pick<AttachmentServices, 'files' | 'clock'>,
  ref: CaseRef,
  promised: Reservation,
): Promise<Result<Attachment, Refusal>> => {
  const { attachmentId, size } = promised;
  const stored = await files.read(ref, attachmentId, size);
  if (!stored) return refuse(notUploaded);
  const type = await checkBytes(stored.bytes, promised);
  if (!type.ok) return type;
  // Kept before it is listed: a file that is kept for nothing does less harm than one that is listed and gone.
  await files.keep(ref, attachmentId, stored.versionId);
  const { versionId } = stored;
  return accept({ ...promised, type: type.value, versionId, addedAt: clock.now().toISOString() });
};

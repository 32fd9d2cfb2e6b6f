import { createHash } from 'node:crypto';
import { type AttachmentView, type FileType, maxAttachments } from '#shared/contracts/attachments.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { Attachment, Reservation } from './attachment.ts';
import { changeSheet } from './change-sheet.ts';
import type { AttachmentServices } from './file-ports.ts';
import { findDraft } from './find-draft.ts';
import { inspectFile } from './inspect-file.ts';
import { viewAttachment } from './list-attachments.ts';
import { typeByName } from './type-by-name.ts';

const notUploaded: Refusal = {
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

const attach = (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  attachment: Attachment,
): ReturnType<typeof changeSheet> =>
  changeSheet(services, actor, {
    caseId,
    operation: 'completeAttachment',
    fulfilled: attachment.attachmentId,
    change: (items) => {
      if (items.some(({ attachmentId }) => attachmentId === attachment.attachmentId))
        return accept(undefined);
      return items.length < maxAttachments
        ? accept([...items, attachment])
        : refuse({
            code: 'too-many-files',
            detail: `每件申请最多 ${maxAttachments} 个附件，请先移除不需要的，或合并后再上传。`,
          });
    },
  });

/**
 * 上传完成: reads again what was uploaded, tells its type by its content and puts it on the draft.
 * Asked again it answers the same.
 */
export const completeAttachment = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  attachmentId: string,
): Promise<Result<AttachmentView, Refusal>> => {
  const draft = await findDraft(services.cases, actor, caseId, 'completeAttachment');
  if (!draft.ok) return draft;
  const { ref } = draft.value;
  const { items } = await services.cases.loadAttachments(ref);
  const known = items.find((item) => item.attachmentId === attachmentId);
  if (known) return accept(viewAttachment(known));
  const promised = await services.attachments.findReservation(ref, attachmentId);
  const stored = promised && (await services.files.read(ref, attachmentId, promised.size));
  if (!promised || !stored) return refuse(notUploaded);
  const type = await checkBytes(stored.bytes, promised);
  if (!type.ok) return type;
  const attachment: Attachment = {
    ...promised,
    type: type.value,
    versionId: stored.versionId,
    addedAt: services.clock.now().toISOString(),
  };
  // Kept before it is listed: a file that is kept for nothing does less harm than one that is listed and gone.
  await services.files.keep(ref, attachmentId, stored.versionId);
  const attached = await attach(services, actor, caseId, attachment);
  return attached.ok ? accept(viewAttachment(attachment)) : attached;
};

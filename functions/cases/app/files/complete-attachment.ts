import { type AttachmentView, maxAttachments } from '#shared/contracts/attachments.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { refOf } from '../find-case.ts';
import type { Attachment } from './attachment.ts';
import { changeSheet } from './change-sheet.ts';
import { completeCommentFile } from './comment-file.ts';
import type { AttachmentServices } from './file-ports.ts';
import { findDraft } from './find-draft.ts';
import { viewAttachment } from './list-attachments.ts';
import { notUploaded, receiveFile } from './receive-file.ts';

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

/** The file joins the draft's list. */
const completeForDraft = async (
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
  if (!promised) return refuse(notUploaded);
  const received = await receiveFile(services, ref, promised);
  if (!received.ok) return received;
  const attached = await attach(services, actor, caseId, received.value);
  return attached.ok ? accept(viewAttachment(received.value)) : attached;
};

/**
 * 上传完成: reads again what was uploaded, tells its type by its content and puts it on the draft, or keeps it for a
 * word 附言. Asked again it answers the same.
 */
export const completeAttachment = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  attachmentId: string,
): Promise<Result<AttachmentView, Refusal>> => {
  const ref = refOf(actor, caseId);
  if (!ref.ok) return ref;
  const promised = await services.attachments.findReservation(ref.value, attachmentId);
  return promised?.by === actor.membershipId
    ? completeCommentFile(services, actor, caseId, promised)
    : completeForDraft(services, actor, caseId, attachmentId);
};

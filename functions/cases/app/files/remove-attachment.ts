import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import type { CaseRef } from '../ports.ts';
import type { Attachment } from './attachment.ts';
import { changeSheet } from './change-sheet.ts';
import type { AttachmentServices } from './file-ports.ts';

/** A file that a submitted round holds stays, however the draft changes after a return. */
const isSubmitted = async (
  { cases }: AttachmentServices,
  ref: CaseRef,
  round: number,
  attachmentId: string,
): Promise<boolean> => {
  const frozen = round > 0 ? await cases.loadFrozen(ref, round) : undefined;
  return frozen?.attachments.items.some((item) => item.attachmentId === attachmentId) ?? false;
};

/** 移除附件 from the draft; what no submitted round holds is left to the lifecycle. Asked again it changes nothing. */
export const removeAttachment = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  attachmentId: string,
): Promise<Result<{ attachmentId: string }, Refusal>> => {
  let removed: Attachment | undefined;
  const changed = await changeSheet(services, actor, {
    caseId,
    operation: 'removeAttachment',
    change: (items) => {
      removed = items.find((item) => item.attachmentId === attachmentId);
      return accept(removed && items.filter((item) => item !== removed));
    },
  });
  if (!changed.ok) return changed;
  const { state } = changed.value;
  const ref = { tenant: state.tenant, caseId };
  if (removed && !(await isSubmitted(services, ref, state.round, attachmentId)))
    await services.files.release(ref, attachmentId, removed.versionId);
  return accept({ attachmentId });
};

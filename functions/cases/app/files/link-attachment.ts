import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { findCase } from '../find-case.ts';
import { loadShownForm } from '../shown-form.ts';
import type { AttachmentServices, SignedAddress } from './file-ports.ts';

/** A short-lived address of an attachment of the form that the actor is shown, or of what goes with a word 附言. */
export const linkAttachment = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  attachmentId: string,
): Promise<Result<SignedAddress, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'linkAttachment');
  if (!found.ok) return found;
  const { ref, state } = found.value;
  const { attachments } = await loadShownForm(services, ref, state, actor);
  const words = await services.cases.loadComments(ref);
  const attachment = [...attachments, ...words.flatMap(({ files }) => files)].find(
    (item) => item.attachmentId === attachmentId,
  );
  return attachment
    ? accept(await services.files.signDownload(ref, attachment))
    : refuse({ code: 'not-found', detail: '申请材料中没有这个附件，或您无权查看。' });
};

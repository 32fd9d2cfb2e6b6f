import type { AttachmentView } from '#shared/contracts/attachments.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { objectionToComment } from '../../domain/share-case.ts';
import { findCase } from '../find-case.ts';
import type { CaseRef, CaseStore, LoadedCase } from '../ports.ts';
import type { Attachment, Reservation } from './attachment.ts';
import type { AttachmentServices } from './file-ports.ts';
import { viewAttachment } from './list-attachments.ts';
import { receiveFile } from './receive-file.ts';

/** The case to which the actor may add a word now. */
export const findCommentable = async (
  cases: CaseStore,
  actor: Actor,
  caseId: string,
  operation: string,
): Promise<Result<LoadedCase & { readonly ref: CaseRef }, Refusal>> => {
  const found = await findCase(cases, actor, caseId, operation);
  if (!found.ok) return found;
  const objection = objectionToComment(found.value.state, actor);
  return objection ? refuse(objection) : found;
};

/** 附言附件: received like any other file, and kept for the word that it goes with. */
export const completeCommentFile = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
  promised: Reservation,
): Promise<Result<AttachmentView, Refusal>> => {
  const found = await findCommentable(services.cases, actor, caseId, 'completeAttachment');
  if (!found.ok) return found;
  const { ref } = found.value;
  const known = await services.attachments.findCommentFile(ref, actor, promised.attachmentId);
  if (known) return accept(viewAttachment(known));
  const { by: _, ...described } = promised;
  const received = await receiveFile(services, ref, described);
  if (!received.ok) return received;
  const file: Attachment = received.value;
  const outcome = await services.attachments.saveCommentFile(ref, actor, file);
  const refusal = outcome.written ? undefined : actorRefusal(outcome.failed);
  return refusal ? refuse(refusal) : accept(viewAttachment(file));
};

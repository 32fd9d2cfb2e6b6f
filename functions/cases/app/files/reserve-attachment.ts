import {
  type AttachmentReserved,
  commentMaterial,
  fileType,
  maxAttachments,
  type ReserveAttachmentBody,
} from '#shared/contracts/attachments.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { MaterialRequirement } from '#shared/regulation/profile.ts';
import { applicationRules } from '../application-rules.ts';
import type { CaseRef } from '../ports.ts';
import type { Reservation } from './attachment.ts';
import { findCommentable } from './comment-file.ts';
import { fileMaterials } from './file-materials.ts';
import type { AttachmentServices } from './file-ports.ts';
import { findDraft } from './find-draft.ts';
import { typeByName } from './type-by-name.ts';

/** Promised uploads of one case that may be under way at once. */
const mostReservations = 60;

const unfit = (error: FieldRefusal): Refusal => ({
  code: 'file-refused',
  detail: '请按下列提示更换文件后重新上传。',
  errors: [error],
});

const objection = (
  { material: id, fileName }: ReserveAttachmentBody,
  materials: readonly (typeof anyFile)[],
): Refusal | undefined => {
  const material = materials.find((candidate) => candidate.id === id);
  if (!material)
    return unfit({
      pointer: '/material',
      code: 'material-unknown',
      message: '本申请没有这项需要上传的材料，请从材料清单中选择。',
    });
  const type = typeByName(fileName);
  const accepts = material.fileTypes ?? [];
  return type !== undefined && accepts.includes(type)
    ? undefined
    : unfit({
        pointer: '/fileName',
        code: 'type-not-accepted',
        message: `“${material.title}”请上传 ${accepts.join('、').toUpperCase()} 格式的文件。`,
        ...(material.clause === undefined ? {} : { clause: material.clause }),
      });
};

const tooMany: Refusal = {
  code: 'too-many-files',
  detail: `每件申请最多 ${maxAttachments} 个附件，请先移除不需要的，或合并后再上传。`,
};

const signed = async (
  { files }: AttachmentServices,
  ref: CaseRef,
  reservation: Pick<Reservation, 'attachmentId' | 'size' | 'sha256'>,
): Promise<AttachmentReserved> => {
  const { url, fields, expiresAt } = await files.signUpload(ref, reservation);
  return { attachmentId: reservation.attachmentId, upload: { url, fields: { ...fields }, expiresAt } };
};

/** What goes with a word may be any kind of file that is taken at all. */
const anyFile: Pick<MaterialRequirement, 'id' | 'title' | 'fileTypes'> & { readonly clause?: string } = {
  id: commentMaterial,
  title: '附言附件',
  fileTypes: fileType.options,
};

const isFull = async (
  { cases, attachments }: AttachmentServices,
  ref: CaseRef,
  withWord: boolean,
): Promise<boolean> => {
  const [sheet, promised] = await Promise.all([
    cases.loadAttachments(ref),
    attachments.countReservations(ref),
  ]);
  return (!withWord && sheet.items.length >= maxAttachments) || promised >= mostReservations;
};

/**
 * 申请上传: promises a place for exactly the file that was described. Asked again with the same key it answers the
 * same place, under a fresh signature.
 */
export const reserveAttachment = async (
  services: AttachmentServices,
  actor: Actor,
  asked: Asked,
  caseId: string,
  body: ReserveAttachmentBody,
): Promise<Result<AttachmentReserved, Refusal>> => {
  const withWord = body.material === commentMaterial;
  const find = withWord ? findCommentable : findDraft;
  const draft = await find(services.cases, actor, caseId, 'reserveAttachment');
  if (!draft.ok) return draft;
  const { ref, state } = draft.value;
  const scope = scopeOf(asked);
  const answerKnown = async (): Promise<Result<AttachmentReserved, Refusal> | undefined> => {
    const record = await services.cases.findIdempotency(scope);
    if (!record) return undefined;
    const known = replayed<Pick<Reservation, 'attachmentId'>>(record, scope.digest);
    return known.ok ? accept(await signed(services, ref, { ...body, ...known.value })) : known;
  };
  const repeated = await answerKnown();
  if (repeated) return repeated;

  const applicable = await applicationRules(services.references, state);
  if (!applicable.ok) return applicable;
  const materials = withWord ? [anyFile] : fileMaterials(applicable.value.rules, ref.tenant);
  const refusal = objection(body, materials);
  if (refusal) return refuse(refusal);
  if (await isFull(services, ref, withWord)) return refuse(tooMany);
  const attachmentId = services.ids.next(services.clock.now().getTime());
  const reservation = { ...body, attachmentId, ...(withWord ? { by: actor.membershipId } : {}) };
  const outcome = await services.attachments.reserve(ref, reservation, actor, {
    ...scope,
    answer: JSON.stringify({ attachmentId }),
  });
  if (outcome.written) return accept(await signed(services, ref, { ...body, attachmentId }));
  const known = await answerKnown();
  return known ?? refuse(actorRefusal(outcome.failed) ?? tooMany);
};

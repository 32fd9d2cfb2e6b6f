import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isEditable } from '../../domain/edit-form.ts';
import { mayPrepare } from '../../domain/who-may.ts';
import { findCase } from '../find-case.ts';
import type { CaseRef, CaseStore, LoadedCase } from '../ports.ts';

/** The case whose attachments the actor may change now. */
export const findDraft = async (
  cases: CaseStore,
  actor: Actor,
  caseId: string,
  operation: string,
): Promise<Result<LoadedCase & { readonly ref: CaseRef }, Refusal>> => {
  const found = await findCase(cases, actor, caseId, operation);
  if (!found.ok) return found;
  if (!mayPrepare(actor, found.value.state))
    return refuse({ code: 'not-allowed', detail: '只有本单位经办人可以上传和移除附件。' });
  return isEditable(found.value.state)
    ? accept(found.value)
    : refuse({ code: 'not-editable', detail: '申请已提交，附件不能再改；退回补正后可以修改。' });
};

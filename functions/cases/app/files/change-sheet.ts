import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { LoadedCase } from '../ports.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentServices } from './file-ports.ts';
import { findDraft } from './find-draft.ts';

const attempts = 5;

export interface WantedChange {
  readonly caseId: string;
  readonly operation: string;
  /** The reservation that the change fulfils. */
  readonly fulfilled?: string;
  /** The new list; undefined when there is nothing to change. */
  readonly change: (items: readonly Attachment[]) => Result<readonly Attachment[] | undefined, Refusal>;
}

/** One try; undefined when somebody else was faster. */
const tryToChange = async (
  services: AttachmentServices,
  actor: Actor,
  { caseId, operation, fulfilled, change }: WantedChange,
): Promise<Result<LoadedCase, Refusal> | undefined> => {
  const found = await findDraft(services.cases, actor, caseId, operation);
  if (!found.ok) return found;
  const { ref, state } = found.value;
  const before = await services.cases.loadAttachments(ref);
  const items = change(before.items);
  if (!items.ok) return items;
  if (items.value === undefined) return accept(found.value);
  const outcome = await services.attachments.saveSheet({
    ref,
    actor,
    caseVersion: state.version,
    before,
    items: items.value,
    ...(fulfilled === undefined ? {} : { fulfilled }),
  });
  if (outcome.written) return accept(found.value);
  const refusal = actorRefusal(outcome.failed);
  return refusal && refuse(refusal);
};

/**
 * Changes a draft's list of attachments, over whatever others have just made of it: several files arrive at once.
 * Answers the case under which the list now stands.
 */
export const changeSheet = async (
  services: AttachmentServices,
  actor: Actor,
  wanted: WantedChange,
): Promise<Result<LoadedCase, Refusal>> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const changed = await tryToChange(services, actor, wanted);
    if (changed) return changed;
  }
  return refuse({ code: 'section-moved', detail: '附件清单正被多人同时修改，请稍候再试。' });
};

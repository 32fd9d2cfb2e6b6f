import type { Actor } from '#shared/kernel/actor.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isApplicant } from '../domain/who-may.ts';
import type { Attachment } from './files/attachment.ts';
import type { CaseRef, CaseStore, SavedSection } from './ports.ts';
import { isEditable } from './save-section.ts';

export interface ShownForm {
  readonly sections: readonly SavedSection[];
  readonly attachments: readonly Attachment[];
  /** As submitted; otherwise as it is being written. */
  readonly frozen: boolean;
}

const beingWritten = async (cases: CaseStore, ref: CaseRef): Promise<ShownForm> => {
  const [sections, sheet] = await Promise.all([cases.loadSections(ref), cases.loadAttachments(ref)]);
  return { sections, attachments: sheet.items, frozen: false };
};

/** The unit sees what it is writing while it may write; everybody else, and later the unit too, what was submitted. */
export const loadShownForm = async (
  cases: CaseStore,
  ref: CaseRef,
  state: CaseState,
  actor: Actor,
): Promise<ShownForm> => {
  if (isApplicant(actor, state) && isEditable(state)) return beingWritten(cases, ref);
  const form = state.round > 0 ? await cases.loadFrozen(ref, state.round) : undefined;
  return form
    ? { sections: form.sections, attachments: form.attachments.items, frozen: true }
    : beingWritten(cases, ref);
};

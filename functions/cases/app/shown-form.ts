import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { PinnedPrices } from '#shared/regulation/application/application-cost.ts';
import { productsNamed } from '#shared/regulation/application/priced-lines.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isEditable } from '../domain/edit-form.ts';
import { isApplicant } from '../domain/who-may.ts';
import type { Attachment } from './files/attachment.ts';
import type { CaseRef, SavedSection } from './ports.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';

export interface ShownForm {
  readonly sections: readonly SavedSection[];
  readonly attachments: readonly Attachment[];
  readonly prices: PinnedPrices;
  /** As submitted; otherwise as it is being written. */
  readonly frozen: boolean;
}

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

const loadAsItStands = async ({ cases, references, clock }: Services, ref: CaseRef): Promise<ShownForm> => {
  const [sections, sheet] = await Promise.all([cases.loadSections(ref), cases.loadAttachments(ref)]);
  const today = shanghaiDateOf(clock.now());
  const prices = await references.catalogue(cityOf(ref.tenant), today, productsNamed(formOf(sections)));
  return { sections, attachments: sheet.items, prices, frozen: false };
};

/** The unit sees what it is writing while it may write; everybody else, and later the unit too, what was submitted. */
export const loadShownForm = async (
  services: Services,
  ref: CaseRef,
  state: CaseState,
  actor: Actor,
): Promise<ShownForm> => {
  if (state.round === 0 || (isApplicant(actor, state) && isEditable(state)))
    return loadAsItStands(services, ref);
  const form = await services.cases.loadFrozen(ref, state.round);
  return form
    ? { ...form, attachments: form.attachments.items, frozen: true }
    : loadAsItStands(services, ref);
};

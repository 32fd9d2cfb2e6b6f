import type { FieldChange } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isApplicant } from '../domain/who-may.ts';
import { describeChanges } from './describe-changes.ts';
import { maskContacts } from './mask-contacts.ts';
import type { CaseRef } from './ports.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';
import type { ShownForm } from './shown-form.ts';

/**
 * What the shown form changed since the round before it, seen by the same person; undefined while there is none before.
 * A form that is being written is held against the round last submitted.
 */
export const viewChanges = async (
  services: Pick<CaseServices, 'cases'>,
  ref: CaseRef,
  state: CaseState,
  actor: Actor,
  shown: ShownForm,
  rules: CloudApplicationRules,
): Promise<FieldChange[] | undefined> => {
  const round = shown.frozen ? state.round - 1 : state.round;
  if (round < 1) return undefined;
  const previous = await services.cases.loadFrozen(ref, round);
  if (!previous) return undefined;
  const products = new Map(
    [...previous.prices.products, ...shown.prices.products].map(({ id, name }) => [id, name]),
  );
  const [before, after] = [previous.sections, shown.sections].map((sections) =>
    formOf(isApplicant(actor, state) ? sections : maskContacts(sections)),
  );
  return describeChanges(rules, before ?? {}, after ?? {}, products);
};

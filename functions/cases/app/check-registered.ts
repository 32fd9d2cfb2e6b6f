import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { ApplicationForm } from '#shared/regulation/application/application-form.ts';
import { checkChange } from '#shared/regulation/application/check-change.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CaseServices } from './services.ts';

/** A change against what the registry knows of its system at the moment. */
export const checkRegistered = async (
  { registered }: Pick<CaseServices, 'registered'>,
  { tenant, systemId, systemName, judged }: CaseState,
  form: ApplicationForm,
  catalogue: Catalogue,
  { checks, clause }: Pick<CloudApplicationRules, 'checks' | 'clause'>,
): Promise<readonly FieldRefusal[]> => {
  if (systemId === undefined || !checks?.change) return [];
  const resources = (await registered(tenant, systemId))?.resources ?? [];
  const facts = { systemName, resources, judged: judged?.scale };
  return checkChange(form, facts, catalogue, checks.change, clause);
};

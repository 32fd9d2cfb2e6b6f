import type { Actor } from '#shared/kernel/actor.ts';
import type { CloudApplicationRules, Prefill } from '#shared/regulation/profile.ts';
import type { DraftContents } from './ports.ts';
import type { CaseServices } from './services.ts';

const ofRegister = async (
  { contactOf }: Pick<CaseServices, 'contactOf'>,
  { tenant, organisation }: Actor,
  { role, section, name, phone }: Prefill,
): Promise<DraftContents> => {
  const contact = await contactOf({ tenant, role, organisation: organisation.id });
  if (!contact) return {};
  return { [section]: { [name]: contact.name, ...(contact.phone === '' ? {} : { [phone]: contact.phone }) } };
};

/** Values that the platform knows already; the applicant may change every one of them (yc-cloud-annex5-2). */
export const prefillDraft = async (
  services: Pick<CaseServices, 'contactOf'>,
  actor: Actor,
  { prefill = [] }: CloudApplicationRules,
): Promise<DraftContents> => {
  const contents: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const known of await Promise.all(prefill.map((one) => ofRegister(services, actor, one))))
    for (const [section, values] of Object.entries(known))
      contents[section] = { ...contents[section], ...values };
  return contents;
};

import type { Actor } from '#shared/kernel/actor.ts';
import type { CloudApplicationRules, Prefill } from '#shared/regulation/profile.ts';
import type { DraftContents } from './ports.ts';
import type { CaseServices } from './services.ts';

type Services = Pick<CaseServices, 'contactOf' | 'cases'>;
type Rules = Pick<CloudApplicationRules, 'prefill' | 'form'>;

const ofRegister = async (
  { contactOf }: Services,
  { tenant, organisation }: Actor,
  { role, section, name, phone }: Extract<Prefill, { from: 'register' }>,
): Promise<DraftContents> => {
  const contact = await contactOf({ tenant, role, organisation: organisation.id });
  if (!contact) return {};
  return { [section]: { [name]: contact.name, ...(contact.phone === '' ? {} : { [phone]: contact.phone }) } };
};

/** The form of the newest of these cases that was approved. */
const lastApproved = async ({ cases }: Services, { tenant }: Actor, before: readonly string[]) => {
  for (const caseId of before) {
    const ref = { tenant, caseId };
    const state = (await cases.load(ref))?.state;
    const frozen = state?.flow.at === 'completed' ? await cases.loadFrozen(ref, state.round) : undefined;
    if (frozen) return frozen.sections;
  }
  return [];
};

const ofLastApproved = async (
  services: Services,
  actor: Actor,
  { form }: Rules,
  { sections }: Extract<Prefill, { from: 'lastApproved' }>,
  before: readonly string[],
): Promise<DraftContents> => {
  const filed = await lastApproved(services, actor, before);
  return Object.fromEntries(
    form.sections
      .filter(({ id }) => sections.includes(id))
      .flatMap(({ id, fields }) => {
        const content = filed.find(({ section }) => section === id)?.content;
        // What holds only under an answer of this form, and what is declared, is said anew.
        const kept = fields.flatMap(({ id: field, kind, when }) =>
          kind === 'boolean' || when !== undefined || content?.[field] === undefined
            ? []
            : [[field, content[field]] as const],
        );
        return kept.length === 0 ? [] : [[id, Object.fromEntries(kept)] as const];
      }),
  );
};

/**
 * Values that the platform knows already; the applicant may change every one of them (yc-cloud-annex5-2,
 * yc-cloud-annex3-1). @param before cases that made the system what it is, the newest first
 */
export const prefillDraft = async (
  services: Services,
  actor: Actor,
  rules: Rules,
  before: readonly string[],
): Promise<DraftContents> => {
  const contents: Record<string, Readonly<Record<string, unknown>>> = {};
  const known = await Promise.all(
    (rules.prefill ?? []).map((one) =>
      one.from === 'register'
        ? ofRegister(services, actor, one)
        : ofLastApproved(services, actor, rules, one, before),
    ),
  );
  for (const one of known)
    for (const [section, values] of Object.entries(one))
      contents[section] = { ...contents[section], ...values };
  return contents;
};

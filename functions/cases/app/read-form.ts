import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import type { PinnedPrices } from '#shared/regulation/application/application-cost.ts';
import type { ApplicationForm } from '#shared/regulation/application/application-form.ts';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { checkDays } from '#shared/regulation/application/check-days.ts';
import { systemNameOf } from '#shared/regulation/application/check-system-names.ts';
import { holdsPurchasesAgainstCatalogue } from '#shared/regulation/application/find-duplicate-purchases.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { pricesUsed, productLines, productsNamed } from '#shared/regulation/application/priced-lines.ts';
import type { DecisionContext, FormFacts } from '../domain/case-context.ts';
import { checkDomain, checkFoundation } from './check-foundation.ts';
import { checkRegistered } from './check-registered.ts';
import { type Attachment, type AttachmentSheet, digestedPart } from './files/attachment.ts';
import { fitsInItem } from './item-size.ts';
import type { CaseRef, LoadedCase, SavedSection } from './ports.ts';
import type { CaseServices } from './services.ts';

/** The application's sections by id. */
export const formOf = (sections: readonly SavedSection[]): ApplicationForm =>
  Object.fromEntries(sections.map(({ section, content }) => [section, content]));

/** Salted digest of the whole form with its attachments; what a confirmation names. */
export const formDigest = (
  sections: readonly SavedSection[],
  attachments: readonly Attachment[],
  salt: string,
): string =>
  sm3Hex(
    `${salt}\n${canonicalJson({ ...formOf(sections), attachments: attachments.map(digestedPart) } as Json)}`,
  );

/** Line numbers of what is asked for. */
export const lineNosOf = (sections: readonly SavedSection[]): number[] =>
  productLines(formOf(sections)).flatMap(({ lineNo }) => (typeof lineNo === 'number' ? [lineNo] : []));

const tooLarge: FieldRefusal = {
  pointer: '',
  code: 'form-too-large',
  message: '材料合计过长，请精简各部分的文字，或把云资源明细分成几件申请。',
};

export interface FormAsItStands {
  readonly facts: FormFacts;
  readonly sections: readonly SavedSection[];
  readonly attachments: AttachmentSheet;
  /** Today's prices of what it asks for. */
  readonly prices: PinnedPrices;
}

/** The form as it stands, checked against the rules and the catalogue of today. */
export const readForm = async (
  services: CaseServices,
  ref: CaseRef,
  loaded: Pick<LoadedCase, 'state' | 'salt'>,
  context: DecisionContext,
): Promise<FormAsItStands> => {
  const [sections, attachments] = await Promise.all([
    services.cases.loadSections(ref),
    services.cases.loadAttachments(ref),
  ]);
  const form = formOf(sections);
  const on = shanghaiDateOf(new Date(context.now));
  const { rules } = context;
  const products = holdsPurchasesAgainstCatalogue(form, rules.limits) ? undefined : productsNamed(form);
  const catalogue = await services.references.catalogue(cityOf(ref.tenant), on, products);
  const problems = [
    ...checkApplication({
      form,
      rules,
      catalogue,
      materials: materialsFor(rules.materials.value, isCityTenant(ref.tenant) ? 'city' : 'county'),
      files: attachments.items,
      on,
    }),
  ];
  const systemName = systemNameOf(form, rules.systemNames) || loaded.state.systemName;
  const checks = rules.checks ?? {};
  problems.push(
    ...checkDays(form, checks, on, context.calendarOf(ref.tenant)),
    ...(await checkRegistered(services, loaded.state, form, catalogue, rules)),
    ...(await checkFoundation(services.cases, ref, loaded.state, form, systemName, checks.foundation)),
    ...(await checkDomain(services.cases, ref, loaded.state, form, rules.limits.domain)),
  );
  return {
    sections,
    attachments,
    prices: pricesUsed(form, catalogue),
    facts: {
      digest: formDigest(sections, attachments.items, loaded.salt),
      systemName,
      problems: fitsInItem(form) ? problems : [...problems, tooLarge],
      makers: [...new Set([...sections.flatMap(({ savers }) => savers), ...attachments.savers])],
    },
  };
};

import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { checkApplication } from '#shared/regulation/check-application.ts';
import type { DecisionContext, FormFacts } from '../domain/case-context.ts';
import type { CaseRef, LoadedCase, SavedSection } from './ports.ts';
import type { CaseServices } from './services.ts';

/** The application's sections by id. */
export const formOf = (
  sections: readonly SavedSection[],
): Record<string, Readonly<Record<string, unknown>>> =>
  Object.fromEntries(sections.map(({ section, content }) => [section, content]));

/** Salted digest of the whole form; what a confirmation names. */
export const formDigest = (sections: readonly SavedSection[], salt: string): string =>
  sm3Hex(`${salt}\n${canonicalJson(formOf(sections) as Json)}`);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Line numbers of the resource table. */
export const lineNosOf = (sections: readonly SavedSection[]): number[] => {
  const lines = formOf(sections)['resources']?.['lines'];
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: { lineNo?: unknown }) =>
    typeof line.lineNo === 'number' ? [line.lineNo] : [],
  );
};

/** The form as it stands, checked against the rules and the catalogue of today. */
export const readForm = async (
  services: CaseServices,
  ref: CaseRef,
  loaded: Pick<LoadedCase, 'state' | 'salt'>,
  context: DecisionContext,
): Promise<{ readonly facts: FormFacts; readonly sections: readonly SavedSection[] }> => {
  const [sections, catalogue] = await Promise.all([
    services.cases.loadSections(ref),
    services.references.catalogue(cityOf(ref.tenant)),
  ]);
  const form = formOf(sections);
  return {
    sections,
    facts: {
      digest: formDigest(sections, loaded.salt),
      systemName: textOf(form['report']?.['systemName']) || loaded.state.systemName,
      problems: checkApplication({ form, rules: context.rules, catalogue, on: context.now.slice(0, 10) }),
      makers: [...new Set(sections.map(({ savedBy }) => savedBy))],
    },
  };
};

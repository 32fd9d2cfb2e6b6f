import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CloudApplicationRules, MaterialRequirement } from '../profile.ts';
import type { ApplicationForm } from './application-form.ts';
import { checkConsistency } from './check-consistency.ts';
import { checkResourceLines } from './check-resource-lines.ts';
import { checkSection } from './check-section.ts';
import { checkSectionShape } from './check-section-shape.ts';
import { checkSystemNames } from './check-system-names.ts';
import { checkZones } from './check-zones.ts';
import { refusedPurchases } from './find-duplicate-purchases.ts';
import { checkMaterials, type GivenFile } from './materials.ts';

/** What of the rules the checks look at. */
export type CheckedRules = 'form' | 'limits' | 'reportSeal' | 'systemNames' | 'resourceKinds';

export interface ApplicationToCheck {
  readonly form: ApplicationForm;
  readonly rules: Pick<CloudApplicationRules, CheckedRules>;
  readonly catalogue: Catalogue;
  /** The list in force for the applicant's county (`materialsFor`, `countyMaterials`). */
  readonly materials: readonly MaterialRequirement[];
  /** What was attached. */
  readonly files: readonly GivenFile[];
  /** Shanghai date of the check: the catalogue's products must be active on it. */
  readonly on: LocalDate;
}

/**
 * Everything that a reviewer would send the application back for and that can be told; empty when it may be sent for
 * confirmation. Each problem points at its field, says what to do and names its clause.
 */
export const checkApplication = (application: ApplicationToCheck): readonly FieldRefusal[] => {
  const { form, rules, catalogue, materials, files, on } = application;
  const shape = rules.form.sections.flatMap((section) => checkSectionShape(section, form[section.id] ?? {}));
  if (shape.length > 0) return shape;
  return [
    ...checkMaterials({ form, files, reportSeal: rules.reportSeal?.value }, materials),
    ...rules.form.sections.flatMap((section) => checkSection(form, section)),
    ...checkSystemNames(form, rules.systemNames),
    ...checkResourceLines(form, catalogue, rules, on),
    ...checkZones(form, rules),
    ...checkConsistency(form, catalogue),
    ...refusedPurchases(form, rules.limits, catalogue, on),
  ];
};

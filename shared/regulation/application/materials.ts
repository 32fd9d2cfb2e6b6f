import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type Cited, type TightenResult, tightened } from '../cited.ts';
import type { MaterialRequirement } from '../profile.ts';
import { type ApplicationForm, holds, isFilled, valueAt } from './application-form.ts';

/** The materials asked of an applicant of a county or city department when the county sets no list of its own. */
export const materialsFor = (
  materials: readonly MaterialRequirement[],
  applicant: 'county' | 'city',
): readonly MaterialRequirement[] =>
  materials.filter(({ requiredOf }) => requiredOf === 'everyone' || applicant === 'city');

/** A county's own list: everything that the rules ask of its departments, and what it adds (yc-cloud-15-6). */
export const countyMaterials = (
  rule: Cited<readonly MaterialRequirement[]>,
  own: readonly MaterialRequirement[],
): TightenResult<readonly MaterialRequirement[]> => {
  const ids = materialsFor(rule.value, 'county').map(({ id }) => id);
  const answer = tightened<readonly string[]>(
    { ...rule, value: ids },
    own.map(({ id }) => id),
  );
  return answer.ok ? { ok: true, value: own } : answer;
};

const isGiven = (form: ApplicationForm, { need, pointers }: MaterialRequirement['provedBy']): boolean => {
  const given = (pointer: string) => isFilled(valueAt(form, pointer));
  return need === 'all' ? pointers.every(given) : pointers.some(given);
};

/** Names each material that is missing from the form; those that are files are checked where files are kept. */
export const checkMaterials = (
  form: ApplicationForm,
  materials: readonly MaterialRequirement[],
): readonly FieldRefusal[] =>
  materials
    .filter((material) => material.evidence === 'form')
    .filter(({ when }) => when === undefined || holds(form, [when]))
    .filter(({ provedBy }) => !isGiven(form, provedBy))
    .map(({ title, clause, provedBy }) => ({
      pointer: provedBy.pointers[0] ?? '',
      code: 'material-missing',
      message: `缺少${title}，请填写后再提交。`,
      clause,
    }));

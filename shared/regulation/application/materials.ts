import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type Cited, type TightenResult, tightened } from '../cited.ts';
import type { CloudApplicationRules, MaterialRequirement } from '../profile.ts';
import { type ApplicationForm, holds, isFilled, valueAt } from './application-form.ts';

/** The materials asked of an applicant of a county or city department when the county sets no list of its own. */
export const materialsFor = (
  materials: readonly MaterialRequirement[],
  applicant: 'county' | 'city',
): readonly MaterialRequirement[] =>
  materials.filter(({ requiredOf }) => requiredOf === 'everyone' || applicant === 'city');

/** A tenant's own list: everything that the rules ask of its departments, and what it adds (yc-cloud-15-6). */
export const countyMaterials = <Listed extends Pick<MaterialRequirement, 'id'>>(
  rule: Cited<readonly MaterialRequirement[]>,
  own: readonly Listed[],
  applicant: 'county' | 'city' = 'county',
): TightenResult<readonly Listed[]> => {
  const ids = materialsFor(rule.value, applicant).map(({ id }) => id);
  const answer = tightened<readonly string[]>(
    { ...rule, value: ids },
    own.map(({ id }) => id),
  );
  return answer.ok ? { ok: true, value: own } : answer;
};

/** A file that was attached for a material. */
export interface GivenFile {
  readonly material: string;
}

/** What materials are judged by. */
export interface MaterialsGiven {
  readonly form: ApplicationForm;
  readonly files: readonly GivenFile[];
  /** How the city takes the seal; undefined where the rules ask for none. */
  readonly reportSeal: NonNullable<CloudApplicationRules['reportSeal']>['value'] | undefined;
}

const isProved = (form: ApplicationForm, { need, pointers }: MaterialRequirement['provedBy']): boolean => {
  const given = (pointer: string) => isFilled(valueAt(form, pointer));
  return need === 'all' ? pointers.every(given) : pointers.some(given);
};

/** Whether a material is there: in the form, or as a file. */
export const isGiven = ({ form, files }: MaterialsGiven, material: MaterialRequirement): boolean =>
  isProved(form, material.provedBy) ||
  (material.evidence === 'file' && files.some((file) => file.material === material.id));

/** Whether the application can't be sent without it: by what the form says, and by how the city takes the seal. */
export const isRequired = (
  { form, reportSeal }: MaterialsGiven,
  { when, orConfirmation }: MaterialRequirement,
): boolean =>
  (when === undefined || holds(form, [when])) &&
  !(orConfirmation === true && reportSeal === 'confirmationSuffices');

/** Names each required material that is missing. */
export const checkMaterials = (
  given: MaterialsGiven,
  materials: readonly MaterialRequirement[],
): readonly FieldRefusal[] =>
  materials
    .filter((material) => isRequired(given, material) && !isGiven(given, material))
    .map(({ id, title, clause, evidence, provedBy }) => ({
      pointer: evidence === 'file' ? `/attachments/${id}` : (provedBy.pointers[0] ?? ''),
      code: 'material-missing',
      message: `缺少${title}，请${evidence === 'file' ? '上传' : '填写'}后再提交。`,
      clause,
    }));

import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { FormSection, FormView } from '#shared/contracts/forms.ts';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { findDuplicatePurchases } from '#shared/regulation/application/find-duplicate-purchases.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { groupProblems } from '../form/place-of-problem.ts';
import type { Contents } from './settle-form.ts';

/** Not yet written, as against written wrongly: said of a field only once the person asks to send it. */
const missingCodes: ReadonlySet<string> = new Set([
  'required',
  'rows-missing',
  'row-missing',
  'material-missing',
  'purpose-missing',
  'basis-missing',
]);
export const isMissing = ({ code }: Pick<FieldProblem, 'code'>): boolean => missingCodes.has(code);

/** Problems in the order in which their places stand on the page; those of the whole form first. */
export const inOrder = (
  sections: readonly FormSection[],
  problems: readonly FieldProblem[],
): readonly FieldProblem[] => {
  const places = sections.flatMap(({ id, fields }) => fields.map((field) => `/${id}/${field.id}`));
  const placeOf = ({ pointer }: FieldProblem): number => {
    const [, section, field, row = '0'] = pointer.split('/');
    return places.indexOf(`/${section}/${field}`) + (Number(row) || 0) / 10_000;
  };
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b));
};

/** Everything in the form that keeps it from being sent, as the server will find it; a material is no second fault of its field. */
export const checkForm = (
  form: FormView,
  catalogue: CatalogueView,
  contents: Contents,
  on: string,
): readonly FieldProblem[] => {
  const problems = checkApplication({
    form: contents,
    rules: form,
    catalogue,
    // Files are attached beside the form and looked at when it is sent.
    materials: form.materials.filter(({ evidence }) => evidence === 'form'),
    files: [],
    on,
  });
  const required = new Set(problems.filter(({ code }) => code === 'required').map(({ pointer }) => pointer));
  return inOrder(
    form.form.sections,
    problems.filter(({ code, pointer }) => code !== 'material-missing' || !required.has(pointer)),
  );
};

/** How far a section has come. */
export interface SectionStanding {
  readonly wrong: number;
  readonly missing: number;
  readonly begun: boolean;
}

export const standingOf = (
  form: FormView,
  problems: readonly FieldProblem[],
  contents: Contents,
): ReadonlyMap<string, SectionStanding> => {
  const groups = groupProblems(form.form.sections, problems);
  return new Map(
    form.form.sections.map(({ id }) => {
      const own = groups.get(id) ?? [];
      const missing = own.filter(isMissing).length;
      return [
        id,
        { missing, wrong: own.length - missing, begun: Object.keys(contents[id] ?? {}).length > 0 },
      ];
    }),
  );
};

/** What is no fault but worth knowing: a purchase of something that the catalogue offers; by pointer of its row. */
export const hintsOf = (
  { limits }: Pick<FormView, 'limits'>,
  contents: Contents,
  catalogue: CatalogueView,
  on: string,
): ReadonlyMap<string, FieldProblem> => {
  if (limits.separatePurchase?.value !== 'reviewed') return new Map();
  return new Map(
    findDuplicatePurchases(contents, limits, catalogue, on).map(({ pointer, products, clause }) => {
      const names = products.slice(0, 3).map(({ name }) => name);
      const more = products.length > names.length ? `等${products.length}项` : '';
      const message = `政务云目录已有同类服务（${names.join('、')}${more}）。已具备的能力不得重复采购；确有不同的请写明理由，由审核人员认定。`;
      return [pointer, { pointer, code: 'duplicate-purchase', message, clause }];
    }),
  );
};

import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type Catalogue, type CatalogueProduct, isActive } from '../catalogue.ts';
import type { CloudApplicationRules } from '../profile.ts';
import { type ApplicationForm, isFilled, rowsAt } from './application-form.ts';
import { lineTables } from './priced-lines.ts';

const lineTitle = (index: number, product: CatalogueProduct): string => `第${index + 1}行（${product.name}）`;

type Rules = Pick<CloudApplicationRules, 'limits' | 'resourceKinds'>;

interface Place {
  readonly table: (typeof lineTables)[number];
  readonly index: number;
}

const checkActive = (
  { table, index }: Place,
  product: CatalogueProduct | undefined,
  { clause, kinds }: Rules['resourceKinds'],
  on: LocalDate,
): FieldRefusal | undefined => {
  const fault = { pointer: `${table}/${index}/productId`, clause };
  if (product === undefined)
    return {
      ...fault,
      code: 'not-in-catalogue',
      message: `第${index + 1}行的产品不在政务云服务目录中，请从目录中选择。`,
    };
  if (!kinds.some(({ kind }) => kind === product.kind))
    return {
      ...fault,
      code: 'kind-not-offered',
      message: `${lineTitle(index, product)}不属于可申请的资源类别（${kinds.map(({ label }) => label).join('、')}），请改选。`,
    };
  if (isActive(product, on)) return undefined;
  const state = product.effectiveFrom > on ? `${product.effectiveFrom}起才可申请` : '已下架';
  return {
    ...fault,
    code: 'not-in-catalogue',
    message: `${lineTitle(index, product)}${state}，请改选目录中在用的产品。`,
  };
};

/** Columns that a line must fill by its product's kind (yc-cloud-annex2-4). */
const checkGrounds = (
  { table, index }: Place,
  row: Readonly<Record<string, unknown>>,
  product: CatalogueProduct,
  { purposeFor, basisFor }: Rules['limits'],
): readonly FieldRefusal[] =>
  [
    { column: 'purpose', label: '规格需求和用途', rule: purposeFor },
    { column: 'basis', label: '测算依据', rule: basisFor },
  ]
    .filter(({ column, rule }) => rule?.value.includes(product.kind) && !isFilled(row[column]))
    .map(({ column, label, rule }) => ({
      pointer: `${table}/${index}/${column}`,
      code: `${column}-missing`,
      message: `${lineTitle(index, product)}没有写“${label}”，请补充。`,
      ...(rule === undefined ? {} : { clause: rule.clause }),
    }));

/** Every line is for an active product of the catalogue and says what it is for and how it was reckoned. */
export const checkResourceLines = (
  form: ApplicationForm,
  catalogue: Catalogue,
  { limits, resourceKinds }: Rules,
  on: LocalDate,
): readonly FieldRefusal[] =>
  lineTables.flatMap((table) =>
    rowsAt(form, table).flatMap((row, index) => {
      if (!isFilled(row['productId'])) return [];
      const place = { table, index };
      const product = catalogue.products.find(({ id }) => id === row['productId']);
      const inactive = checkActive(place, product, resourceKinds, on);
      return [
        ...(inactive === undefined ? [] : [inactive]),
        ...(product === undefined ? [] : checkGrounds(place, row, product, limits)),
      ];
    }),
  );

import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type Catalogue, type CatalogueProduct, isActive } from '../catalogue.ts';
import type { CloudApplicationRules } from '../profile.ts';
import { type ApplicationForm, rowsAt, valueAt } from './application-form.ts';

type Limits = Pick<CloudApplicationRules['limits'], 'separatePurchase'>;

/** A purchase beside the cloud of something that the cloud offers. */
export interface DuplicatePurchase {
  readonly pointer: string;
  readonly item: string;
  readonly products: readonly CatalogueProduct[];
  readonly clause: string;
}

/** Every declared purchase whose kind has an active product in the catalogue; none where the rules don't ask. */
export const findDuplicatePurchases = (
  form: ApplicationForm,
  { separatePurchase }: Limits,
  catalogue: Catalogue,
  on: LocalDate,
): readonly DuplicatePurchase[] => {
  if (!separatePurchase || valueAt(form, '/declarations/separatePurchase') !== true) return [];
  return rowsAt(form, '/declarations/purchases')
    .map((row, index) => ({
      pointer: `/declarations/purchases/${index}`,
      item: String(row['item'] ?? ''),
      products: catalogue.products.filter((product) => product.kind === row['kind'] && isActive(product, on)),
      clause: separatePurchase.clause,
    }))
    .filter(({ products }) => products.length > 0);
};

/** Whether the check needs the catalogue whole, and not only what the form asks for. */
export const holdsPurchasesAgainstCatalogue = (
  form: ApplicationForm,
  { separatePurchase }: Limits,
): boolean =>
  separatePurchase?.value === 'refused' && valueAt(form, '/declarations/separatePurchase') === true;

/** Where what the catalogue offers must not be bought beside it, such a purchase keeps the application back. */
export const refusedPurchases = (
  form: ApplicationForm,
  limits: Limits,
  catalogue: Catalogue,
  on: LocalDate,
): readonly FieldRefusal[] =>
  holdsPurchasesAgainstCatalogue(form, limits)
    ? findDuplicatePurchases(form, limits, catalogue, on).map(({ pointer, item, products, clause }) => ({
        pointer: `${pointer}/kind`,
        code: 'duplicate-purchase',
        message: `“${item}”在云服务目录中已有（${products
          .slice(0, 3)
          .map(({ name }) => name)
          .join('、')}），已入目录的不得另行采购，请改为在资源使用需求中申请，并删除这一行。`,
        clause,
      }))
    : [];

import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Catalogue, type CatalogueProduct, isActive } from '../catalogue.ts';
import { type ApplicationForm, rowsAt, valueAt } from './application-form.ts';

/** A purchase beside the cloud of something that the cloud offers: the reviewer rejects it or says why it differs. */
export interface DuplicatePurchase {
  readonly pointer: string;
  readonly item: string;
  readonly products: readonly CatalogueProduct[];
  readonly clause: 'yc-cloud-5-2';
}

/** Flags every declared purchase whose kind has an active product in the catalogue; it doesn't stop the application. */
export const findDuplicatePurchases = (
  form: ApplicationForm,
  catalogue: Catalogue,
  on: LocalDate,
): readonly DuplicatePurchase[] => {
  if (valueAt(form, '/declarations/separatePurchase') !== true) return [];
  return rowsAt(form, '/declarations/purchases')
    .map((row, index) => ({
      pointer: `/declarations/purchases/${index}`,
      item: String(row['item'] ?? ''),
      products: catalogue.products.filter((product) => product.kind === row['kind'] && isActive(product, on)),
      clause: 'yc-cloud-5-2' as const,
    }))
    .filter(({ products }) => products.length > 0);
};

import type { Catalogue } from '../catalogue.ts';
import type { ChangeScale, KindChecks, ProductKind } from '../profile.ts';
import type { ApplicationForm } from './application-form.ts';
import { pricedLines, productLines } from './priced-lines.ts';

/** A resource of the system as the registry has it now. */
export interface ChangeableResource {
  readonly resourceId: string;
  readonly kind: ProductKind;
  readonly unit: string;
  readonly productId: string;
  readonly quantity: number;
  /** What a month of it costs now, in fen. */
  readonly monthlyFen: number;
}

/** What a month costs of the system now, and by how much the change raises it; what becomes cheaper lowers nothing. */
export const costRise = (
  form: ApplicationForm,
  resources: readonly ChangeableResource[],
  { products }: Pick<Catalogue, 'products'>,
): { readonly nowFen: number; readonly riseFen: number } => {
  const changed = new Map(productLines(form).map((row) => [row['lineNo'], row['resourceId']]));
  const riseFen = pricedLines(form)
    .map(({ lineNo, productId, quantity }) => {
      const target = (products.find(({ id }) => id === productId)?.unitPriceFen ?? 0) * quantity;
      const before = resources.find(({ resourceId }) => resourceId === changed.get(lineNo));
      return Math.max(0, target - (before?.monthlyFen ?? 0));
    })
    .reduce((sum, rise) => sum + rise, 0);
  return { nowFen: resources.reduce((sum, { monthlyFen }) => sum + monthlyFen, 0), riseFen };
};

/** 一般 or 重大变更 by the rule: strictly above its share is major (yc-cloud-18-3, kf-cloud-18-3). */
export const scaleByRule = (
  { nowFen, riseFen }: ReturnType<typeof costRise>,
  { value: { abovePercent } }: NonNullable<KindChecks['change']>['major'],
): ChangeScale => (riseFen * 100 > nowFen * abovePercent ? 'major' : 'minor');

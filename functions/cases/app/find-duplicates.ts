import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { valueAt } from '#shared/regulation/application/application-form.ts';
import {
  type DuplicatePurchase,
  findDuplicatePurchases,
} from '#shared/regulation/application/find-duplicate-purchases.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { DuplicateFound } from '../domain/check-duplicates.ts';
import type { CaseRef, SavedSection } from './ports.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';

/** Purchases of a form beside the cloud that today's catalogue offers too; the catalogue is read only where there are any. */
export const findDuplicates = async (
  { references, clock }: Pick<CaseServices, 'references' | 'clock'>,
  { tenant }: CaseRef,
  sections: readonly SavedSection[],
  limits: CloudApplicationRules['limits'],
): Promise<readonly (DuplicatePurchase & DuplicateFound)[]> => {
  const form = formOf(sections);
  if (valueAt(form, '/declarations/separatePurchase') !== true) return [];
  const today = shanghaiDateOf(clock.now());
  const catalogue = await references.catalogue(cityOf(tenant), today);
  return findDuplicatePurchases(form, limits, catalogue, today).map((found) => ({
    ...found,
    offered: found.products.map(({ name }) => name),
    purchase: Number(found.pointer.split('/').at(-1)) + 1,
  }));
};

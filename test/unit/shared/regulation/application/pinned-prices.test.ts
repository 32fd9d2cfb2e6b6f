import { expect, it } from 'vitest';
import { pricesUsed } from '#shared/regulation/application/priced-lines.ts';
import type { Catalogue, CatalogueProduct } from '#shared/regulation/catalogue.ts';

const product = (id: string, name: string): CatalogueProduct => ({
  id,
  name,
  kind: 'host',
  specification: '2核4G',
  unit: '台',
  unitPriceFen: 12_050,
  effectiveFrom: '2026-05-01',
});
const catalogue: Catalogue = {
  version: 'v1',
  filed: true,
  products: [product('host', '通用型云主机'), product('other', '另一产品')],
};
const form = { resources: { lines: [{ lineNo: 1, productId: 'host', quantity: 2 }] } };

it('a submitted round keeps the names of what it asks for beside the prices, and nothing else of the catalogue', () => {
  expect(pricesUsed(form, catalogue)).toEqual({
    version: 'v1',
    products: [
      { id: 'host', unitPriceFen: 12_050, name: '通用型云主机', specification: '2核4G', unit: '台' },
    ],
  });
});

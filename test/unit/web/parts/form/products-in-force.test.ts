import { expect, test } from 'vitest';
import { type Product, productsInForce } from '../../../../../web/parts/form/products-in-force.ts';

const priced = (unitPriceFen: number, effectiveFrom: string): Product => ({
  id: 'host',
  name: '云主机',
  kind: 'host',
  specification: '8核16G',
  unit: '台',
  unitPriceFen,
  effectiveFrom,
});

test('of several prices of a product the one in force counts', () => {
  const products = [priced(300, '2027-01-01'), priced(100, '2025-01-01'), priced(200, '2026-01-01')];
  const catalogue = { version: '1', filed: true, products };
  expect(productsInForce(catalogue, '2026-10-16').get('host')?.unitPriceFen).toBe(200);
});

test('without a catalogue there are no products', () => {
  expect(productsInForce(undefined, '2026-10-16').size).toBe(0);
});

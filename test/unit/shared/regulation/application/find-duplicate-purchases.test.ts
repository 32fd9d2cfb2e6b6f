import { expect, it } from 'vitest';
import { findDuplicatePurchases } from '#shared/regulation/application/find-duplicate-purchases.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { formWith, problemsOf, rules } from '#test/support/sample-application.ts';

const { limits } = rules;
const purchases = [
  { item: '自助服务终端', kind: 'other' },
  { item: '数据库审计设备', kind: 'security' },
];
const declared = formWith({ declarations: { separatePurchase: true, purchases } });

it('flags a declared purchase that the catalogue serves, for the reviewer, without stopping the application', () => {
  const flags = findDuplicatePurchases(declared, limits, demoCatalogue, '2026-07-06');
  expect(flags.map(({ pointer, item, clause }) => [pointer, item, clause])).toEqual([
    ['/declarations/purchases/1', '数据库审计设备', 'yc-cloud-5-2'],
  ]);
  expect(flags[0]?.products.map(({ id }) => id)).toContain('db-audit');
  expect(problemsOf(declared)).toEqual([]);
});

it('flags nothing that was not declared or was not yet offered', () => {
  expect(findDuplicatePurchases(declared, limits, demoCatalogue, '2024-01-01')).toEqual([]);
  const none = formWith({ declarations: { separatePurchase: false, purchases: undefined } });
  expect(findDuplicatePurchases(none, limits, demoCatalogue, '2026-07-06')).toEqual([]);
});

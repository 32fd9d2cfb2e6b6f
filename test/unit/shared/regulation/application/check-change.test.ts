import { describe, expect, it } from 'vitest';
import type { ChangeableResource } from '#shared/regulation/application/change-scale.ts';
import { type ChangeFacts, checkChange } from '#shared/regulation/application/check-change.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { offeredRules } from '#shared/regulation/find-profile.ts';
import type { KindChecks, ProductKind } from '#shared/regulation/profile.ts';
import { kaifeng } from '#shared/regulation/profiles/kaifeng.ts';
import { yancheng } from '#shared/regulation/profiles/yancheng.ts';

const product = (id: string, kind: ProductKind, unit: string, unitPriceFen: number): CatalogueProduct => ({
  id,
  name: id,
  kind,
  specification: id,
  unit,
  unitPriceFen,
  effectiveFrom: '2026-01-01',
});
const catalogue = {
  products: [
    product('small', 'host', '台', 100),
    product('large', 'host', '台', 149),
    product('huge', 'host', '台', 1000),
    product('disk', 'storage', 'GB', 1),
  ],
};
const host = (resourceId: string): ChangeableResource => ({
  resourceId,
  kind: 'host',
  unit: '台',
  productId: 'small',
  quantity: 1,
  monthlyFen: 100,
});
const disk: ChangeableResource = {
  resourceId: 'a.1-3-1',
  kind: 'storage',
  unit: 'GB',
  productId: 'disk',
  quantity: 100,
  monthlyFen: 100,
};
const facts: ChangeFacts = { systemName: '办公系统', resources: [host('a.1-1-1'), host('a.1-1-2'), disk] };

const rulesOf = (profile: typeof yancheng): NonNullable<KindChecks['change']> => {
  const rules = offeredRules(profile, 'resourceChange')?.checks?.change;
  if (!rules) throw new Error('no rules of change');
  return rules;
};

const row = (more: object = {}) => ({
  lineNo: 2,
  resourceId: 'a.1-1-1',
  productId: 'large',
  quantity: 1,
  utilisation: '85.50',
  ...more,
});

/** What is wrong with a change of these rows. */
const setup = (
  changed: readonly object[],
  {
    added = [],
    change = { scale: 'minor' },
    profile = yancheng,
    judged,
  }: {
    added?: readonly object[];
    change?: object;
    profile?: typeof yancheng;
    judged?: ChangeFacts['judged'];
  } = {},
) =>
  checkChange(
    { change, resources: { lines: added }, changes: { lines: changed } },
    { ...facts, judged },
    catalogue,
    rulesOf(profile),
    'yc-cloud-18-2',
  ).map(({ code, pointer }) => `${code} ${pointer}`);

describe('what a change must say', () => {
  it('a line at least, in one table or the other', () => {
    expect(setup([])).toEqual(['nothing-changed /changes/lines']);
    expect(setup([], { added: [{ lineNo: 1, productId: 'small', quantity: 1 }] })).toEqual([]);
    expect(setup([row()])).toEqual([]);
  });

  it.each([
    [
      'a resource of another system',
      [row({ resourceId: 'b.9-1-1' })],
      'not-of-system /changes/lines/0/resourceId',
    ],
    ['a resource twice', [row(), row({ lineNo: 3, productId: 'huge' })], 'twice /changes/lines/1/resourceId'],
    ['the same as now', [row({ productId: 'small' })], 'unchanged /changes/lines/0/productId'],
    ['a product of another kind', [row({ productId: 'disk' })], 'other-kind /changes/lines/0/productId'],
    ['two out of one host', [row({ quantity: 2 })], 'one-piece /changes/lines/0/quantity'],
  ])('refuses %s', (_, rows, expected) => {
    expect(setup(rows, { change: { scale: 'major' } })).toContain(expected);
  });

  it('a smaller quantity is a change as well', () => {
    expect(setup([row({ resourceId: 'a.1-3-1', productId: 'disk', quantity: 40 })])).toEqual([]);
  });

  it('numbers its lines through both tables', () => {
    expect(setup([row({ lineNo: 1 })], { added: [{ lineNo: 1, productId: 'disk', quantity: 1 }] })).toEqual([
      'duplicate-value /changes/lines/0/lineNo',
    ]);
  });

  it.each([
    ['80.00', undefined, ['reason-missing /changes/lines/0/reason']],
    ['80', undefined, ['reason-missing /changes/lines/0/reason']],
    ['80.01', undefined, []],
    ['12.5', '闲置，申请降配', []],
  ])('[yc-cloud-annex3-3] a composite use of %s with the reason %s', (utilisation, reason, expected) => {
    expect(setup([row({ utilisation, ...(reason === undefined ? {} : { reason }) })])).toEqual(expected);
  });
});

describe('how big a change is', () => {
  // 300 fen a month now: 49 more is 16%, 900 more 300%.
  it.each([
    ['49 fen more', [row()], []],
    ['900 fen more', [row({ productId: 'huge' })], ['major-by-rule /change/scale']],
  ])('%s on 300', (_, rows, expected) => expect(setup(rows)).toEqual(expected));

  it('exactly the share is not above it', () => {
    const added = (quantity: number) => [{ lineNo: 1, productId: 'disk', quantity }];
    expect(setup([], { added: added(150) })).toEqual([]);
    expect(setup([], { added: added(151) })).toEqual(['major-by-rule /change/scale']);
  });

  it('what becomes cheaper makes up for nothing', () => {
    const cheaper = row({ lineNo: 3, resourceId: 'a.1-3-1', productId: 'disk', quantity: 1 });
    expect(setup([row({ productId: 'huge' }), cheaper])).toEqual(['major-by-rule /change/scale']);
  });

  it('a unit that sees it otherwise says why, until a reviewer has judged', () => {
    const change = { scale: 'minor', scaleReason: '一次性促销' };
    expect(setup([row({ productId: 'huge' })], { change })).toEqual([]);
    expect(setup([row({ productId: 'huge' })], { change, judged: 'major' })).toEqual([
      'judged-otherwise /change/scale',
    ]);
    expect(setup([row({ productId: 'huge' })], { change, judged: 'minor' })).toEqual([]);
  });

  it('a major one may always be said to be one; in Kaifeng it is filed as two', () => {
    expect(setup([row()], { change: { scale: 'major' } })).toEqual([]);
    expect(setup([row()], { change: { scale: 'major' }, profile: kaifeng })).toEqual([
      'major-apart /change/scale',
    ]);
  });
});

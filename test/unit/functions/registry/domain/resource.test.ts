import { describe, expect, it } from 'vitest';
import { endBilling, liveCasesOf } from '#functions/registry/domain/resource.ts';

const period = (from: string, to?: string) => ({
  from,
  ...(to === undefined ? {} : { to }),
  quantity: 1,
  unitPriceFen: 100,
  priceVersion: 'v',
  clause: 'yc-cloud-17-2',
});

describe('billing that ends', () => {
  it('closes what runs, keeps what ended earlier and drops what would only have begun', () => {
    expect(
      endBilling(
        [period('2026-01-01', '2026-02-01'), period('2026-02-01'), period('2026-05-01')],
        '2026-03-10',
      ),
    ).toEqual([period('2026-01-01', '2026-02-01'), period('2026-02-01', '2026-03-10')]);
  });

  it('ends again no later than it had ended', () => {
    const once = endBilling([period('2026-02-01')], '2026-03-10');
    expect(endBilling(once, '2026-03-20')).toEqual(once);
  });
});

describe('a case is live', () => {
  it('once all of its resources are', () => {
    const row = (caseId: string, live: boolean) => ({
      caseId,
      ...(live ? { goneLiveOn: '2026-07-06' } : {}),
    });
    expect(liveCasesOf([row('a', true), row('a', false), row('b', true), row('b', true)])).toEqual(['b']);
  });
});

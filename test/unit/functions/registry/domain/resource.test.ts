import { describe, expect, it } from 'vitest';
import { awaitedNoMore, endBilling, type Resource, reclaimed } from '#functions/registry/domain/resource.ts';

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

describe('a resource', () => {
  it('is waited for until it is live, or was taken back before it could be', () => {
    const live = { goneLiveOn: '2026-07-06' };
    expect(
      [
        { state: 'inUse' as const },
        { state: 'inUse' as const, ...live },
        { state: 'reclaimed' as const },
        { state: 'reclaimed' as const, ...live },
      ].map(awaitedNoMore),
    ).toEqual([false, true, true, true]);
  });
});

describe('a resource that two reclamations take back', () => {
  const resource: Resource = {
    resourceId: 'dafeng.1-1-1',
    systemId: 'dafeng.1',
    tenant: 'yancheng/dafeng',
    kind: 'host',
    unit: '台',
    specifications: [],
    pool: { kind: 'cityPool' },
    zone: 'extranet',
    caseId: 'dafeng.1',
    lineNo: 1,
    batch: 1,
    instanceId: 'i-1',
    addresses: ['10.0.0.1'],
    state: 'inUse',
    openedAt: '2026-01-01T02:00:00.000Z',
    billing: [period('2026-01-01')],
    revision: 1,
  };
  const earlier = ['2026-03-10T02:00:00.000Z', '2026-03-10'] as const;
  const later = ['2026-03-20T02:00:00.000Z', '2026-03-20'] as const;
  const takenBack = (one: Resource, told: readonly [string, string]): Resource =>
    reclaimed(one, ...told) ?? one;

  it('is billed until the earlier one, whichever is told first', () => {
    const told = takenBack(takenBack(resource, earlier), later);
    expect(takenBack(takenBack(resource, later), earlier)).toEqual(told);
    expect(told).toMatchObject({
      reclaimedAt: earlier[0],
      billing: [{ to: '2026-03-10' }],
      releasedAddresses: ['10.0.0.1'],
    });
    expect(reclaimed(told, ...earlier)).toBeUndefined();
  });
});

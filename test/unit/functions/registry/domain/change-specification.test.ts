import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeSpecification,
  type NewSpecification,
} from '#functions/registry/domain/change-specification.ts';
import { endBilling, type Resource, reclaimed } from '#functions/registry/domain/resource.ts';

const opened = '2026-03-02T02:00:00.000Z';
const resource: Resource = {
  resourceId: 'dafeng.1-1-1',
  systemId: 'dafeng.1',
  tenant: 'yancheng/dafeng',
  kind: 'host',
  unit: '台',
  specifications: [
    { from: opened, productId: 'p0', name: '云主机', text: '4核8G', quantity: 1, caseId: 'dafeng.1' },
  ],
  pool: { kind: 'cityPool' },
  zone: 'extranet',
  caseId: 'dafeng.1',
  lineNo: 1,
  batch: 1,
  instanceId: 'i-1',
  addresses: ['10.0.0.1'],
  state: 'inUse',
  openedAt: opened,
  billing: [
    {
      from: '2026-03-02',
      quantity: 1,
      unitPriceFen: 100,
      priceVersion: 'v0',
      clause: 'yc-cloud-17-2',
    },
  ],
  revision: 1,
};

const change = (caseId: string, from: string, quantity = 1, unitPriceFen = 300): NewSpecification => ({
  from,
  productId: `of-${caseId}`,
  name: '云主机',
  text: '8核16G',
  quantity,
  unit: '台',
  caseId,
  unitPriceFen,
  priceVersion: 'v1',
  clause: 'yc-cloud-18-2',
});

const changed = (before: Resource, ...changes: readonly NewSpecification[]): Resource =>
  changes.reduce((now, one) => changeSpecification(now, one) ?? now, before);

const periodsOf = ({ billing }: Pick<Resource, 'billing'>) =>
  billing.map(({ from, to, quantity, unitPriceFen }) => [from, to, quantity, unitPriceFen]);

describe('a change of a resource', () => {
  it('splits what is billed at the day of the change, which is billed as changed', () => {
    const after = changed(resource, change('dafeng.2', '2026-04-10T15:00:00.000Z'));
    expect(periodsOf(after)).toEqual([
      ['2026-03-02', '2026-04-10', 1, 100],
      ['2026-04-10', undefined, 1, 300],
    ]);
    expect(after.specifications.map(({ caseId }) => caseId)).toEqual(['dafeng.1', 'dafeng.2']);
  });

  it('counts the day by the Shanghai clock', () => {
    expect(periodsOf(changed(resource, change('dafeng.2', '2026-04-10T16:00:00.000Z')))[0]).toEqual([
      '2026-03-02',
      '2026-04-11',
      1,
      100,
    ]);
  });

  it('changes nothing when it comes again, or when the resource is gone', () => {
    const once = changed(resource, change('dafeng.2', '2026-04-10T02:00:00.000Z'));
    expect(changeSpecification(once, change('dafeng.2', '2026-05-01T02:00:00.000Z'))).toBeUndefined();
    const gone: Resource = { ...resource, state: 'reclaimed', reclaimedAt: '2026-04-09T02:00:00.000Z' };
    expect(changeSpecification(gone, change('dafeng.2', '2026-04-10T02:00:00.000Z'))).toBeUndefined();
  });

  it('leaves the same whether it is told before the reclaim or behind it', () => {
    const to = change('dafeng.2', '2026-04-10T02:00:00.000Z');
    const gone = (one: Resource) => {
      const after = reclaimed(one, '2026-04-20T02:00:00.000Z', '2026-04-20');
      if (!after) throw new Error('it was reclaimed before');
      return after;
    };
    const before = gone(changed(resource, to));
    expect(changed(gone(resource), to)).toEqual(before);
    expect(periodsOf(before)).toEqual([
      ['2026-03-02', '2026-04-10', 1, 100],
      ['2026-04-10', '2026-04-20', 1, 300],
    ]);
  });

  it('leaves nothing of the old price where it is changed on its first day', () => {
    expect(periodsOf(changed(resource, change('dafeng.2', '2026-03-02T09:00:00.000Z')))).toEqual([
      ['2026-03-02', undefined, 1, 300],
    ]);
  });

  it('counts in the unit of what it becomes, by the newest change however they are told', () => {
    const first = { ...change('dafeng.2', '2026-04-10T02:00:00.000Z', 2048), unit: 'GB' };
    const then = { ...change('dafeng.3', '2026-05-10T02:00:00.000Z', 2), unit: 'TB' };
    expect(changed(resource, first).unit).toBe('GB');
    for (const order of [
      [first, then],
      [then, first],
    ])
      expect(changed(resource, ...order).unit).toBe('TB');
  });

  it('bills nothing that was not billed, and ends where it ended', () => {
    const unbilled = { ...resource, billing: [] };
    expect(changed(unbilled, change('dafeng.2', '2026-04-10T02:00:00.000Z')).billing).toEqual([]);
    const ended = { ...resource, billing: endBilling(resource.billing, '2026-05-01') };
    expect(periodsOf(changed(ended, change('dafeng.2', '2026-04-10T02:00:00.000Z')))).toEqual([
      ['2026-03-02', '2026-04-10', 1, 100],
      ['2026-04-10', '2026-05-01', 1, 300],
    ]);
  });
});

const dayMs = 86_400_000;
const instantOf = (hours: number): string => new Date(Date.parse(opened) + hours * 3_600_000).toISOString();
const dateOn = (days: number): string =>
  new Date(Date.parse('2026-03-02') + days * dayMs).toISOString().slice(0, 10);

const changes = fc
  .uniqueArray(
    fc.record({ hours: fc.integer({ min: 0, max: 24 * 60 }), quantity: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 6,
      selector: ({ hours }) => hours,
    },
  )
  .map((all) =>
    all.map(({ hours, quantity }, index) =>
      change(`dafeng.${index + 2}`, instantOf(hours), quantity, 100 * (index + 2)),
    ),
  );

const byTime = (all: readonly NewSpecification[]) => [...all].sort((a, b) => (a.from < b.from ? -1 : 1));

/** Quantity and price of each period that a day lies in; more than one would be a day billed twice. */
const billedOn = ({ billing }: Resource, day: string) =>
  billing
    .filter(({ from, to }) => from <= day && (to === undefined || day < to))
    .map(({ quantity, unitPriceFen }) => [quantity, unitPriceFen]);

/** What is in force when a Shanghai day ends. */
const inForceAtEndOf = (all: readonly NewSpecification[], day: number) => {
  const end = Date.parse(dateOn(day + 1)) - 8 * 3_600_000;
  const last = byTime(all)
    .filter(({ from }) => Date.parse(from) < end)
    .at(-1);
  return [last?.quantity ?? 1, last?.unitPriceFen ?? 100];
};

const endedOn = (day: number | undefined): Resource =>
  day === undefined ? resource : { ...resource, billing: endBilling(resource.billing, dateOn(day)) };

describe('changes in any order, each told twice', () => {
  it('bill every day once, at what is in force at its end, and leave one history', () => {
    fc.assert(
      fc.property(
        changes,
        fc.array(fc.nat({ max: 5 }), { maxLength: 12 }),
        fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
        (all, order, end) => {
          const start = endedOn(end);
          const after = changed(start, ...order.flatMap((at) => all[at] ?? []), ...all);
          expect(after).toEqual(changed(start, ...byTime(all)));
          for (let day = -1; day <= 81; day += 1) {
            const billed = day >= 0 && (end === undefined || day < end);
            expect(billedOn(after, dateOn(day))).toEqual(billed ? [inForceAtEndOf(all, day)] : []);
          }
        },
      ),
    );
  });
});

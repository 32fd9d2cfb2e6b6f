import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billReplaced, type Replacement } from '#functions/registry/domain/replaced-billing.ts';
import type { Resource } from '#functions/registry/domain/resource.ts';
import { addDays } from '#shared/kernel/local-date.ts';

const terms = { quantity: 1, unitPriceFen: 100, priceVersion: 'v', clause: 'kf-cloud-10-2' };
const old: Resource = {
  resourceId: 'lankao.1-1-1',
  systemId: 'lankao.1',
  tenant: 'kaifeng/lankao',
  kind: 'host',
  unit: '台',
  specifications: [],
  pool: { kind: 'cityPool' },
  zone: 'extranet',
  caseId: 'lankao.1',
  lineNo: 1,
  batch: 1,
  instanceId: 'i-1',
  addresses: [],
  state: 'inUse',
  openedAt: '2026-01-05T02:00:00.000Z',
  billing: [{ from: '2026-01-05', ...terms }],
  revision: 1,
};
const told = (resource: Resource, ...days: readonly Replacement[]): Resource =>
  days.reduce((now, one) => billReplaced(now, one) ?? now, resource);
const spansOf = ({ billing }: Resource) => billing.map(({ from, to }) => [from, to]);

const ends = { endsOn: '2026-03-10' };
const resumes = { ...ends, resumesOn: '2026-03-20' };

describe('what a major change replaces', () => {
  it('is billed until the new is, while its exit goes its way', () => {
    expect(spansOf(told(old, ends, ends))).toEqual([['2026-01-05', '2026-03-10']]);
  });

  it('is billed again from the day on which its exit came to nothing, whether it had been told of the end or not', () => {
    const days = [
      ['2026-01-05', '2026-03-10'],
      ['2026-03-20', undefined],
    ];
    expect(spansOf(told(old, ends, resumes, resumes))).toEqual(days);
    expect(spansOf(told(old, resumes))).toEqual(days);
    // Somebody who had not heard of it ends it once more, and looks again.
    expect(spansOf(told(old, resumes, ends, resumes))).toEqual(days);
  });

  it('is billed on where the exit came to nothing before the new was open', () => {
    const early = { ...ends, resumesOn: '2026-02-01' };
    expect(spansOf(told(old, early))).toEqual([['2026-01-05', undefined]]);
    expect(spansOf(told(old, ends, early))).toEqual([['2026-01-05', undefined]]);
  });

  it('is never billed twice on a day, and never left unbilled once the exit has come to nothing', () => {
    const day = fc.nat(60).map((days) => addDays('2026-02-01', days));
    fc.assert(
      fc.property(day, day, fc.array(fc.boolean(), { maxLength: 6 }), (endsOn, resumesOn, heard) => {
        const after = told(old, ...heard.map((knows) => (knows ? { endsOn, resumesOn } : { endsOn })), {
          endsOn,
          resumesOn,
        });
        const running = after.billing.filter(({ to }) => to === undefined);
        expect(running).toHaveLength(1);
        after.billing.forEach(({ to }, index) => {
          const next = after.billing[index + 1];
          expect(next === undefined || (to !== undefined && to <= next.from)).toBe(true);
        });
      }),
    );
  });

  it('keeps its days once it has been taken back', () => {
    const gone: Resource = {
      ...told(old, ends),
      state: 'reclaimed',
      reclaimedAt: '2026-03-15T02:00:00.000Z',
    };
    expect(billReplaced(gone, resumes)).toBeUndefined();
  });
});

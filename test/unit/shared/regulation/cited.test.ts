import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cited, type Tighten, type Tightenable, tightened } from '#shared/regulation/cited.ts';

const cited = <T>(value: T, tighten?: Tighten, source: Cited<T>['source'] = 'regulation'): Cited<T> => ({
  value,
  clause: 'yc-cloud-17-4',
  source,
  ...(tighten === undefined ? {} : { tighten }),
});
const answer = (rule: Cited<Tightenable>, county: Tightenable) => {
  const result = tightened(rule, county);
  return result.ok ? result.value : result.code;
};

describe("a county's own value", () => {
  it('may go below a ceiling and above a floor, up to the edge', () => {
    expect(answer(cited(15, 'max'), 15)).toBe(15);
    expect(answer(cited(15, 'max'), 10)).toBe(10);
    expect(answer(cited(15, 'max'), 16)).toBe('loosened');
    expect(answer(cited(3, 'min'), 4)).toBe(4);
    expect(answer(cited(3, 'min'), 2)).toBe('loosened');
  });

  it('keeps the unit of a span', () => {
    const rule = cited({ amount: 5, unit: 'workingDay' as const }, 'max');
    expect(answer(rule, { amount: 3, unit: 'workingDay' })).toEqual({ amount: 3, unit: 'workingDay' });
    expect(answer(rule, { amount: 3, unit: 'naturalDay' })).toBe('another-unit');
    expect(answer(rule, 3)).toBe('another-unit');
    expect(answer(rule, ['3'])).toBe('another-unit');
  });

  it('may add to a list and take nothing away, naming what was taken', () => {
    const rule = cited(['report', 'plan'], 'superset');
    expect(answer(rule, ['plan', 'extra', 'report'])).toEqual(['plan', 'extra', 'report']);
    expect(tightened(rule, ['plan'])).toMatchObject({ ok: false, code: 'loosened' });
    expect(JSON.stringify(tightened(rule, ['plan']))).toContain('report');
    expect(answer(cited(3, 'superset'), 4)).toBe('another-unit');
  });

  it('is not for the county to set where the rule says never, or says nothing', () => {
    expect(answer(cited(15, 'never'), 15)).toBe('not-settable');
    expect(answer(cited(15), 10)).toBe('not-settable');
    expect(answer(cited(15, 'never', 'localDefault'), 10)).toBe('not-settable');
  });

  it('is free where a local default gives no direction', () => {
    expect(answer(cited(15, undefined, 'localDefault'), 99)).toBe(99);
  });

  it('never ends looser than the rule, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.constantFrom('min', 'max'), (rule, county, direction) => {
        const result = tightened(cited<number>(rule, direction), county);
        if (result.ok) expect(direction === 'max' ? result.value <= rule : result.value >= rule).toBe(true);
        else expect(direction === 'max' ? county > rule : county < rule).toBe(true);
      }),
    );
  });
});

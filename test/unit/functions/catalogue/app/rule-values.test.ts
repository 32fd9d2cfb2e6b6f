import { describe, expect, it } from 'vitest';
import { viewRules } from '#functions/catalogue/app/view-rules.ts';
import type { RuleValue } from '#shared/contracts/rules.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';

interface CitedValue {
  readonly at: string;
  readonly clause: string;
  readonly source: string;
}

/** Every value of a profile that is cited with its source, wherever it stands. */
const citedIn = (value: unknown, at = ''): CitedValue[] => {
  if (value === null || typeof value !== 'object') return [];
  if ('source' in value && 'clause' in value && 'value' in value)
    return [{ at, clause: String(value.clause), source: String(value.source) }];
  return Object.entries(value).flatMap(([key, member]) => citedIn(member, `${at}/${key}`));
};

const shown = (city: string): readonly RuleValue[] => {
  const rules = viewRules({ tenant: `${city}/_city` });
  if (!rules.ok) throw new Error(rules.refusal.code);
  return rules.value.values;
};

describe.each(['yancheng', 'kaifeng'])('the rules as %s sees them', (city) => {
  it('show every value of the profile with its clause, and say of each whether it is a local default', () => {
    const cited = citedIn(profileOf(city));
    expect(cited.some(({ source }) => source === 'localDefault')).toBe(true);
    const values = shown(city);
    const missing = cited.filter(
      ({ clause, source }) => !values.some((value) => value.clause === clause && value.source === source),
    );
    expect(missing).toEqual([]);
  });

  it('name each value once and in words', () => {
    const values = shown(city);
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
    for (const { title, value } of values)
      expect(`${title}${value}`).not.toMatch(/undefined|\[object|[a-z]+\.[a-z]+\./);
  });
});

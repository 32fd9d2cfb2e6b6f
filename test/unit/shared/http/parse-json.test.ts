import { describe, expect, it } from 'vitest';
import { parseJson } from '#shared/http/parse-json.ts';

describe('a body that anybody may have sent', () => {
  it('is parsed when it is JSON of decent depth', () => {
    expect(parseJson('{"a":[1,"[[[{{{"]}')).toEqual({ value: { a: [1, '[[[{{{'] } });
  });

  it.each([
    ['no JSON', '{"a":'],
    ['33 levels of lists', '['.repeat(33) + ']'.repeat(33)],
    ['33 levels of objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
    ['half a surrogate pair', '{"a":"\\ud800"}'],
    ['half a surrogate pair as a name', '{"\\udc00":1}'],
  ])('is refused when it is %s', (_what, text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it.each([
    ['a text that never ends', `"${'\\"'.repeat(500_000)}`],
    ['a text that ends in a backslash', `"${'\\"'.repeat(499_999)}\\`],
    ['a million quotes', '"'.repeat(1_000_000)],
    ['a million brackets', '['.repeat(1_000_000)],
  ])('costs no more than its length: %s', (_what, text) => {
    const started = performance.now();
    expect(parseJson(text)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

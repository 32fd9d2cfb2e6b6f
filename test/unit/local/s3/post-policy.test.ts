import { describe, expect, it } from 'vitest';
import { demandPolicy } from '#local/s3/post-policy.ts';

const now = Date.parse('2026-07-06T08:00:00Z');
const policy = (conditions: unknown[], expiration = '2026-07-06T08:05:00Z') =>
  Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
const fields = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ key: 'T/a/b', policy: 'x', 'x-amz-signature': 'y', ...more }));
const judge = (encoded: string, given = fields(), size = 5) => {
  try {
    demandPolicy(encoded, given, size, now);
    return 'passes';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('an upload against its policy', () => {
  it('passes when every condition is met and every field is named', () => {
    const conditions = [
      { key: 'T/a/b' },
      ['eq', '$Content-Type', 'text/plain'],
      ['starts-with', '$tagging', '<Tagging>'],
      ['content-length-range', 5, 5],
    ];
    const given = fields({ 'content-type': 'text/plain', tagging: '<Tagging></Tagging>' });
    expect(judge(policy(conditions), given)).toBe('passes');
  });

  it.each([
    ['another key', [{ key: 'T/a/c' }], {}, 'Policy Condition failed: key'],
    ['a field left out', [{ key: 'T/a/b' }, { tagging: 'x' }], {}, 'Policy Condition failed: tagging'],
    ['a field that nothing names', [{ key: 'T/a/b' }], { acl: 'public-read' }, 'Extra input fields: acl'],
    ['a byte too much', [{ key: 'T/a/b' }, ['content-length-range', 1, 4]], {}, 'exceeds the maximum'],
    ['a byte too little', [{ key: 'T/a/b' }, ['content-length-range', 6, 9]], {}, 'smaller than the minimum'],
    ['a condition unknown here', [{ key: 'T/a/b' }, ['regex', '$key', '.*']], {}, 'not supported here'],
  ])('is refused for %s', (_, conditions, more, message) => {
    expect(judge(policy(conditions), fields(more))).toContain(message);
  });

  it('is refused once its time is over', () => {
    expect(judge(policy([{ key: 'T/a/b' }], '2026-07-06T07:59:59Z'))).toContain('Policy expired');
  });

  it('is refused when it is no policy', () => {
    expect(judge('bm90IGpzb24=')).toContain('malformed');
  });
});

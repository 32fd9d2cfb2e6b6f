import { describe, expect, it } from 'vitest';
import { readForm } from '#shared/http/read-form.ts';

const longest = 100;
const read = (body: string | undefined, isBase64Encoded = false) => [
  ...readForm({ ...(body === undefined ? {} : { body }), isBase64Encoded }, longest),
];
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');

describe('a form that anybody may have sent', () => {
  it('is read to the last unit', () => {
    expect(read('opinion=%F0%A0%AE%B7+e%CC%81%0D%0A&verb=approve')).toEqual([
      ['opinion', '𠮷 e\u0301\r\n'],
      ['verb', 'approve'],
    ]);
    expect(read(base64('opinion=同意'), true)).toEqual([['opinion', '同意']]);
    expect(read(undefined)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['half a surrogate pair, escaped', 'opinion=%ED%A0%BC&verb=approve', false],
    ['half a letter, escaped', 'opinion=%E5%90', false],
    ['bytes that are no UTF-8', base64(Buffer.from([0x61, 0x3d, 0xe5, 0x90])), true],
    ['more than it may be', `a=${'b'.repeat(longest)}`, false],
  ])('has no field when it holds %s', (_what, body, isBase64Encoded) => {
    expect(read(body, isBase64Encoded)).toEqual([]);
  });
});

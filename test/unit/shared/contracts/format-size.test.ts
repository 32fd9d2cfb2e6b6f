import { expect, it } from 'vitest';
import { formatSize } from '#shared/contracts/format-size.ts';

it.each([
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [50_727, '50 KB'],
  [20 * 1024 * 1024, '20.0 MB'],
])('%d bytes are %s', (bytes, told) => {
  expect(formatSize(bytes)).toBe(told);
});

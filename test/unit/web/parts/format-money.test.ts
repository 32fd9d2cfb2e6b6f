import { expect, test } from 'vitest';
import { formatMoney } from '../../../../web/parts/format-money.ts';

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [100_000, '¥1,000.00'],
  [1_234_567, '¥12,345.67'],
  [-1_234_567, '-¥12,345.67'],
  [100_000_000_000_099, '¥1,000,000,000,000.99'],
])('%i fen are shown as %s', (fen, shown) => {
  expect(formatMoney(fen)).toBe(shown);
});

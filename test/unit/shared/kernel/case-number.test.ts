import { expect, it } from 'vitest';
import { caseNumberOf } from '#shared/kernel/case-number.ts';

it.each([
  [1, '大丰区2026-0001'],
  [9_999, '大丰区2026-9999'],
  [10_000, '大丰区2026-10000'],
])('the case number %i of a year is read as %s', (serial, number) => {
  expect(caseNumberOf({ place: '大丰区', year: '2026', serial })).toBe(number);
});

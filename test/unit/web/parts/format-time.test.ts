import { describe, expect, test } from 'vitest';
import { dateOf, formatDate, formatInstant, formatSpan } from '../../../../web/parts/format-time.ts';

describe('times as people read them', () => {
  test('a date carries its weekday', () => {
    expect(formatDate('2026-10-16')).toBe('2026-10-16（周五）');
  });

  test('an instant is shown in Asia/Shanghai, whatever the machine is set to', () => {
    expect(formatInstant('2026-10-15T16:05:00Z')).toBe('2026-10-16（周五） 00:05');
  });

  test('the day of an instant is the day in Asia/Shanghai', () => {
    expect(dateOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  test.each([
    ['2026-10-16T00:00:20Z', '不到 1 分钟'],
    ['2026-10-16T00:59:59Z', '59 分钟'],
    ['2026-10-16T02:00:00Z', '2 小时'],
    ['2026-10-16T02:30:00Z', '2 小时 30 分钟'],
    ['2026-10-18T03:40:00Z', '2 天 3 小时'],
    ['2026-10-15T00:00:00Z', '不到 1 分钟'],
  ])('from midnight to %s lasts %s', (to, words) => {
    expect(formatSpan('2026-10-16T00:00:00Z', to)).toBe(words);
  });
});

import { describe, expect, test } from 'vitest';
import { dateOf, formatDate, formatInstant } from '../../../../web/parts/format-time.ts';

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
});

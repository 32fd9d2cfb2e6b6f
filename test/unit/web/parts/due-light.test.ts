import { expect, test } from 'vitest';
import { dueLightOf } from '../../../../web/parts/due-light.ts';

test.each([
  ['2026-10-20', 'normal', '正常'],
  ['2026-10-18', 'soon', '将到期，剩 2 天'],
  ['2026-10-16', 'soon', '今天到期'],
  ['2026-10-15', 'overdue', '已超期 1 天'],
])('seen on 2026-10-16, what is due on %s is %s', (dueOn, kind, word) => {
  expect(dueLightOf(dueOn, '2026-10-16')).toEqual({ kind, word });
});

import { expect, test } from 'vitest';
import type { DueLight } from '#shared/contracts/case-tasks.ts';
import { lightWords, stayWords } from '../../../../web/parts/light-words.ts';

test.each<[DueLight, string]>([
  [{ state: 'normal', word: '正常', daysLeft: 5 }, '正常，剩 5 个工作日'],
  [{ state: 'soon', word: '将到期', daysLeft: 2 }, '将到期，剩 2 个工作日'],
  [{ state: 'soon', word: '将到期', daysLeft: 0 }, '将到期，今天到期'],
  [{ state: 'overdue', word: '已超期', daysLeft: -3 }, '已超期 3 个工作日'],
  [{ state: 'overdue', word: '已超期', daysLeft: 0 }, '已超期'],
  [{ state: 'paused', word: '已暂停' }, '已暂停'],
])('%o reads %s', (light, words) => {
  expect(lightWords(light)).toBe(words);
});

test('a stay within one day is said so', () => {
  expect([stayWords(0), stayWords(3)]).toEqual(['不到 1 个工作日', '3 个工作日']);
});

import { expect, test } from 'vitest';
import { showValue } from '../../../../../web/parts/form/read-words.ts';

const level = ['等级保护级别', { level2: '二级', level3: '三级' }] as const;

test.each([
  [level, 'level3', '三级'],
  [level, ['level2', 'level3'], '二级、三级'],
  ['单位承诺', true, '是'],
  ['是否涉密', false, '否'],
  ['数量', 12, '12'],
  ['备注', undefined, ''],
  ['备注', '', ''],
  ['类别', [], ''],
] as const)('under %j the stored %j reads %s', (words, value, shown) => {
  expect(showValue(words, value)).toBe(shown);
});

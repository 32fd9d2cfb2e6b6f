import { expect, test } from 'vitest';
import { clauseName } from '#shared/contracts/clause-name.ts';

test.each([
  ['yc-cloud-16-2', '《盐城市政务云管理实施细则（试行）》第十六条'],
  ['yc-cloud-5-1', '《盐城市政务云管理实施细则（试行）》第五条'],
  ['yc-net-20-1', '《盐城市电子政务外网管理实施细则（试行）》第二十条'],
  ['kf-cloud-31-2', '《开封市政务云平台管理办法》第三十一条'],
  ['yc-cloud-annex2-4', '《盐城市政务云管理实施细则（试行）》附件1-2'],
  ['yc-net-form1-note2', '《盐城市电子政务外网管理实施细则（试行）》附件2-1'],
  ['yc-cloud-flow-1', '《盐城市政务云管理实施细则（试行）》'],
  ['local-link-1', '本地规定'],
])('%s is cited as %s', (clause, name) => {
  expect(clauseName(clause)).toBe(name);
});

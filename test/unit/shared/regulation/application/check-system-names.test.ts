import { describe, expect, it } from 'vitest';
import { compareSystemNames } from '#shared/regulation/application/check-system-names.ts';
import { formWith, problemsOf } from '#test/support/sample-application.ts';

describe('the system name', () => {
  it.each([
    ['A系统', 'A 系统', '第2个字起不同：申请报告是“系”（U+7CFB），申请方案是空格（U+0020）'],
    ['A系统', 'Ａ系统', '第1个字起不同：申请报告是“A”（U+0041），申请方案是“Ａ”（U+FF21）'],
    ['A系统', 'A系统平台', '第4个字起不同：申请报告是没有字，申请方案是“平”（U+5E73）'],
    ['A系统（二期）', 'A系统(二期)', '第4个字起不同：申请报告是“（”（U+FF08），申请方案是“(”（U+0028）'],
    ['é系统', 'e\u0301系统', '第1个字起不同：申请报告是“é”（U+00E9），申请方案是“e”（U+0065）'],
  ])('[yc-cloud-15-5] %s and %s are refused showing both and where they part', (report, plan, difference) => {
    const problems = problemsOf(formWith({ report: { systemName: report }, plan: { systemName: plan } }));
    expect(problems).toEqual([
      {
        pointer: '/plan/systemName',
        code: 'system-name-differs',
        message: `信息系统名称不一致：申请报告为“${report}”，申请方案为“${plan}”，${difference}。请改为完全一致。`,
        clause: 'yc-cloud-15-5',
      },
    ]);
  });

  it('[yc-cloud-15-5] identical names pass, and only line ends are left out of the comparison', () => {
    const names = { report: { systemName: 'A 系统' }, plan: { systemName: 'A 系统' } };
    expect(problemsOf(formWith(names))).toEqual([]);
    const compare = (first: string, second: string) =>
      compareSystemNames(
        [
          { material: '甲', pointer: '/a', name: first },
          { material: '乙', pointer: '/b', name: second },
        ],
        'yc-cloud-15-5',
      ).length;
    expect(compare('A系统\r\n', 'A系统')).toBe(0);
    expect(compare('A系统 ', 'A系统')).toBe(1);
  });
});

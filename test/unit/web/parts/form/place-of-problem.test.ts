import { expect, test } from 'vitest';
import { rules } from '#test/support/sample-application.ts';
import { groupProblems, placeOfProblem } from '../../../../../web/parts/form/place-of-problem.ts';

test.each([
  ['/resources/lines/2/quantity', 'resources', '云资源明细表 第 3 行 数量'],
  ['/resources/lines', 'resources', '云资源明细表'],
  ['/report/action', 'report', '部署或迁移'],
  ['/contacts/people/0/role', 'contacts', '系统联系人 第 1 行 角色'],
  ['/report', 'report', ''],
  ['/report/unheardOf', 'report', ''],
])('%s lies in %s: %s', (pointer, section, words) => {
  expect(placeOfProblem(rules.form.sections, pointer)).toEqual({ section, words });
});

test('problems are gathered by section, those of no section apart', () => {
  const of = (pointer: string) => ({ pointer });
  const groups = groupProblems(
    rules.form.sections,
    ['/plan/systemName', '/report/action', '/plan/users', '/verb', ''].map((pointer) => of(pointer)),
  );
  expect(Object.fromEntries(groups)).toEqual({
    plan: [of('/plan/systemName'), of('/plan/users')],
    report: [of('/report/action')],
    '': [of('/verb'), of('')],
  });
});

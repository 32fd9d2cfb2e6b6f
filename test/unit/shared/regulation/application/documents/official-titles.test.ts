import { expect, test } from 'vitest';
import { headingOf, officialTitle } from '#shared/regulation/application/documents/official-titles.ts';
import { rules } from '#test/support/sample-application.ts';

const titleOf = (section: string) => rules.form.sections.find(({ id }) => id === section)?.title ?? '';
const subject = {
  city: '盐城市',
  organisation: '盐城市大丰区卫生健康委员会',
  systemName: '基层医疗平台',
};

test.each([
  ['report', subject, '关于基层医疗平台申请政务云资源的报告'],
  ['plan', subject, '盐城市大丰区卫生健康委员会基层医疗平台云资源申请方案'],
  [
    'plan',
    { ...subject, organisation: '东台市农业农村局', systemName: '智慧农业' },
    '盐城市东台市农业农村局智慧农业系统云资源申请方案',
  ],
  ['compute', { ...subject, systemName: 'OA 系统' }, 'OA 系统算力需求'],
] as const)('the heading of %s names unit and system', (section, of, title) => {
  expect(officialTitle(titleOf(section), of)).toBe(title);
});

test('a part keeps the heading that the annex gives it', () => {
  expect(headingOf('附件1-2 四、系统联系人')).toBe('四、系统联系人');
});

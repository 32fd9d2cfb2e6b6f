import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import { exampleApplication, rules } from '#test/support/sample-application.ts';

const sectionOf = (id: string) => {
  const section = rules.form.sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`no section ${id}`);
  return section;
};
const shape = (id: string, content: unknown) =>
  checkSectionShape(sectionOf(id), content).map(({ code, pointer }) => `${code} ${pointer}`);

describe('a draft', () => {
  it('may be as incomplete as it likes', () => {
    expect(shape('plan', {})).toEqual([]);
    expect(shape('report', { systemName: '', contactPhone: '139', action: '' })).toEqual([]);
    expect(shape('resources', { lines: [{}, { lineNo: 2, quantity: 0, productId: 'nothing' }] })).toEqual([]);
  });

  it('takes the example as it is', () => {
    for (const section of rules.form.sections)
      expect(shape(section.id, exampleApplication.sections[section.id])).toEqual([]);
  });

  it('has no other fields than the form', () => {
    expect(shape('plan', { costs: 1, 'a/b~c': 2 })).toEqual([
      'unknown-field /plan/costs',
      'unknown-field /plan/a~1b~0c',
    ]);
    expect(shape('plan', JSON.parse('{"__proto__": {"background": "x"}}'))).toEqual([
      'unknown-field /plan/__proto__',
    ]);
    expect(shape('resources', { lines: [{ price: 1 }] })).toEqual(['unknown-field /resources/lines/0/price']);
  });

  it.each([
    ['plan', { background: 3 }, 'wrong-type /plan/background'],
    ['plan', { largeOrPeaky: '是' }, 'wrong-type /plan/largeOrPeaky'],
    ['plan', { background: null }, 'wrong-type /plan/background'],
    ['report', { mlpsLevel: 'level4' }, 'not-an-option /report/mlpsLevel'],
    ['compute', { modelClasses: ['general', 'general'] }, 'not-an-option /compute/modelClasses'],
    ['compute', { modelClasses: 'general' }, 'wrong-type /compute/modelClasses'],
    ['compute', { cards: 1.5 }, 'wrong-type /compute/cards'],
    ['compute', { cards: 1e300 }, 'wrong-type /compute/cards'],
    ['compute', { cards: 100_001 }, 'number-too-large /compute/cards'],
    ['resources', { lines: {} }, 'wrong-type /resources/lines'],
    ['resources', { lines: ['x'] }, 'wrong-type /resources/lines/0'],
    ['resources', { lines: Array(301).fill({}) }, 'too-many-rows /resources/lines'],
    ['contacts', [], 'wrong-type /contacts'],
  ] as const)('%s %j is refused as %s', (id, content, expected) => {
    expect(shape(id, content)).toEqual([expected]);
  });

  it.each([
    ['a bidi override', '系统\u202E名'],
    ['a zero-width space', '系\u200B统名'],
    ['a control character', '系统\u0007'],
    ['a line break in one line', '系统\n名'],
    ['a broken surrogate', '系统\uD800'],
  ])('holds no %s', (_what, systemName) => {
    expect(shape('report', { systemName })).toEqual(['text-invisible-character /report/systemName']);
  });

  it('says where the character stands', () => {
    const [problem] = checkSectionShape(sectionOf('report'), { systemName: '𠮷系\u202E统' });
    expect(problem?.message).toBe('“信息系统名称”第3个字是不可见字符（U+202E），请删除后重新输入。');
  });

  it('keeps line breaks and tabs in paragraphs and counts characters as people do', () => {
    expect(shape('plan', { background: '一\n二\r\n\t三' })).toEqual([]);
    expect(shape('report', { systemName: '𠮷'.repeat(100) })).toEqual([]);
    expect(shape('report', { systemName: '𠮷'.repeat(101) })).toEqual(['text-too-long /report/systemName']);
  });

  it('answers anything that JSON can carry with problems, never with an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules.form.sections), fc.jsonValue(), (section, content) => {
        for (const problem of checkSectionShape(section, content)) {
          expect(problem.pointer.startsWith(`/${section.id}`)).toBe(true);
          expect(problem.message).toMatch(/\p{Script=Han}/u);
        }
      }),
    );
  });
});

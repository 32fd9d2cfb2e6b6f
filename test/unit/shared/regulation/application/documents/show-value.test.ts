import { expect, test } from 'vitest';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import { rules } from '#test/support/sample-application.ts';

const columnAt = (section: string, id: string) => {
  const field = rules.form.sections
    .find((candidate) => candidate.id === section)
    ?.fields.find((candidate) => candidate.id === id);
  if (field === undefined || field.kind === 'table') throw new Error(`no plain field ${section}.${id}`);
  return field;
};

test.each([
  ['report', 'mlpsLevel', 'level3', '三级'],
  ['compute', 'modelClasses', ['general', 'vision'], '通用大模型、视觉大模型'],
  ['report', 'pledgeAccepted', true, '是'],
  ['declarations', 'classified', false, '否'],
  ['compute', 'cards', 12, '12'],
  ['plan', 'users', undefined, ''],
  ['plan', 'users', '', ''],
  ['compute', 'modelClasses', [], ''],
  ['report', 'mlpsLevel', 'level9', 'level9'],
])('%s.%s stored as %j reads %s', (section, id, value, shown) => {
  expect(showValue(columnAt(section, id), value)).toBe(shown);
});

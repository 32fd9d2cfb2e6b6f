import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '#test/support/sample-application.ts';
import { readApplicationFile, writeApplicationFile } from '../../../../../web/parts/form/application-file.ts';

const { sections } = rules.form;

test('the example application can be taken over', () => {
  const file = readApplicationFile(sections, readFileSync('examples/dafeng-application.json', 'utf8'));
  if (typeof file === 'string') throw new Error(file);
  expect(Object.keys(file.contents)).toContain('resources');
});

test('what was downloaded can be taken over again, a byte order mark included', () => {
  const contents = { report: { systemName: '水务平台' } };
  const text = writeApplicationFile('水务平台', contents);
  expect(readApplicationFile(sections, `\uFEFF${text}`)).toEqual({ contents });
});

test.each(['', '[]', '{"sections":[]}', 'PK\u0003\u0004'])('%j is refused as no application', (text) => {
  expect(readApplicationFile(sections, text)).toMatch(/^这不是申请文件/);
});

test.each([
  ['{"sections":{"report":{},"budget":{}}}', 'budget'],
  ['{"sections":{"report":{"price":1}}}', 'report.price'],
  ['{"sections":{"report":[]}}', 'report'],
])('%s: what the form does not have is named', (text, stranger) => {
  expect(readApplicationFile(sections, text)).toContain(`（${stranger}）`);
});

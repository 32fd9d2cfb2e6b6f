import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#functions/documents/app/check/check-template.ts';
import { defaultTemplate } from '#functions/documents/app/defaults/default-template.ts';
import { fillDocument } from '#functions/documents/app/fill-document.ts';
import { sampleData } from '#functions/documents/domain/sample-data.ts';
import { documentKind } from '#shared/contracts/documents.ts';
import { documentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';

const tagsIn = (words: string): readonly string[] =>
  [...words.matchAll(/\{[#/]?([^{}]+)\}/g)].map(([, name = '']) => name);

describe.each(documentKind.options)('the template of %s that comes with the system', (kind) => {
  it('is one that would be taken from an administrator, and leaves no tag behind', async () => {
    const template = defaultTemplate(kind);
    expect(await checkTemplate(template, kind)).toEqual({ ok: true, value: undefined });
    const filled = await fillDocument(template, sampleData(documentTags[kind]));
    if (!filled.ok) throw new Error(filled.refusal.detail);
    expect((await wordsOfDocx(filled.value)).flatMap(tagsIn)).toEqual([]);
  });

  it('uses every list and condition of its vocabulary', async () => {
    const asked = new Set((await wordsOfDocx(defaultTemplate(kind))).flatMap(tagsIn));
    const { conditions, lists } = documentTags[kind];
    const unused = [...Object.keys(conditions), ...Object.keys(lists)].filter((name) => !asked.has(name));
    expect(unused).toEqual([]);
  });
});

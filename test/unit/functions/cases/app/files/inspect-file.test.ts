import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#functions/cases/app/files/inspect-file.ts';
import { makeDocx, makeZip } from '#test/support/make-zip.ts';

const told = async (bytes: Buffer) => {
  const result = await inspectFile(bytes);
  return result.ok ? result.value : result.refusal.code;
};
const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024);

/** A part's one relationship, to somewhere outside the package. */
const relationTo = (kind: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}"\n Target="${target}" TargetMode="External"/></Relationships>`;

describe('a file is what its content says', () => {
  it('knows pictures and PDF by their first bytes', async () => {
    expect(await told(readFileSync('examples/attachments/architecture.png'))).toBe('png');
    expect(await told(readFileSync('examples/attachments/proposal.pdf'))).toBe('pdf');
    expect(await told(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]))).toBe('jpg');
  });

  it('knows office documents by the parts inside', async () => {
    const types = { name: '[Content_Types].xml', content: '<Types/>' };
    expect(await told(makeDocx())).toBe('docx');
    expect(await told(makeZip(types, { name: 'xl/workbook.xml', content: '<workbook/>' }))).toBe('xlsx');
    expect(await told(makeZip({ name: 'OFD.xml', content: '<ofd:OFD/>' }))).toBe('ofd');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('申请报告')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['half a picture signature', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ])('takes %s for nothing that may be attached', async (_, bytes) => {
    expect(await told(bytes)).toBe('type-unknown');
  });
});

describe('a package is refused', () => {
  it.each([
    ['is a zip of something else', makeZip({ name: 'a.txt', content: 'a' }), 'package-unknown-package'],
    ['pretends to be two', makeDocx({ name: 'OFD.xml', content: '' }), 'package-unknown-package'],
    ['holds macros', makeDocx({ name: 'word/vbaProject.bin', content: 'x' }), 'package-macros'],
    ['holds a program', makeDocx({ name: 'word/embeddings/setup.exe', content: 'MZ' }), 'package-macros'],
    [
      'fetches a template from elsewhere',
      makeDocx({
        name: 'word/_rels/settings.xml.rels',
        content: relationTo('attachedTemplate', 'http://elsewhere.example/a.dotm'),
      }),
      'package-external',
    ],
    ['is encrypted', makeDocx({ name: 'word/a.xml', content: 'x', encrypted: true }), 'package-encrypted'],
    ['is cut off', makeDocx().subarray(0, 60), 'package-broken'],
    ['climbs out of its folder', makeDocx({ name: '../a.xml', content: 'x' }), 'package-broken'],
  ])('when it %s', async (_, bytes, code) => {
    expect(await told(bytes)).toBe(code);
  });

  it('when its types say that it runs macros', async () => {
    const types = {
      name: '[Content_Types].xml',
      content: '<Types>ms-word.document.macroEnabled.main</Types>',
    };
    const bytes = makeZip(types, { name: 'word/document.xml', content: '' });
    expect(await told(bytes)).toBe('package-macros');
  });

  it('when it unpacks to more than fits, honestly or in many parts', async () => {
    expect(await told(makeDocx({ name: 'word/a.xml', content: megabytes(101) }))).toBe('package-bomb');
    const parts = Array.from({ length: 11 }, (_, n) => ({ name: `word/${n}.xml`, content: megabytes(10) }));
    expect(await told(makeDocx(...parts))).toBe('package-bomb');
    const many = Array.from({ length: 3000 }, (_, n) => ({ name: `word/${n}.xml`, content: '' }));
    expect(await told(makeDocx(...many))).toBe('package-bomb');
  });

  it('when a part unpacks to more than it says', async () => {
    expect(await told(makeDocx({ name: 'word/a.xml', content: megabytes(30), claims: 100 }))).toBe(
      'package-broken',
    );
  });
});

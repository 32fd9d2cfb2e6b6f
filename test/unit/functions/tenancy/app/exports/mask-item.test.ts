import { describe, expect, it } from 'vitest';
import { maskItem } from '#functions/tenancy/app/exports/mask-item.ts';

const file = { attachmentId: 'a1', versionId: 'v1', sha256: 'd'.repeat(64), fileName: '张三身份证.pdf' };

describe('an item of an archive without personal data', () => {
  it('keeps a word’s place and files by their digests, and not what was written nor by whom', () => {
    const masked = maskItem({
      sk: 'CMT#1',
      at: '2026-12-01T00:00:00.000Z',
      text: '请转告张三，电话 13900000000',
      files: [file],
      by: { name: '张三丰', organisation: 'dafeng-health', role: 'department.clerk' },
    });
    expect(masked).toEqual({
      sk: 'CMT#1',
      at: '2026-12-01T00:00:00.000Z',
      files: [{ attachmentId: 'a1', versionId: 'v1', sha256: file.sha256 }],
      by: { name: '张**', organisation: 'dafeng-health', role: 'department.clerk' },
    });
  });

  it('names no file of a submitted round, whose digest the verifier still finds', () => {
    const masked = maskItem({ sk: 'FORM#1', sections: [], attachments: { items: [file] } });
    expect(JSON.stringify(masked)).not.toContain('张三');
    expect(masked).toMatchObject({ attachments: { items: [{ attachmentId: 'a1', sha256: file.sha256 }] } });
  });

  it('keeps the name of what is no person', () => {
    const system = { sk: 'A#HEADER', head: {}, system: { name: '基层医疗信息平台' } };
    expect(maskItem(system)).toEqual(system);
  });

  it('leaves entries of the journal as they were chained', () => {
    const entry = { sk: 'EV#000001', content: { seq: 1, fileName: 'x', by: { personId: 'p', name: 'n' } } };
    expect(maskItem(entry)).toBe(entry);
  });
});

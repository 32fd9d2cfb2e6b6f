import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVolume, type VolumeServices } from '#functions/tenancy/app/exports/build-volume.ts';
import { verifyArchive } from '#functions/tenancy/app/exports/verify-archive.ts';
import { tenantExportOf } from '#test/support/tenant-export.ts';

describe('an export', () => {
  it('of more than one volume holds everything once and names a volume that is missing', async () => {
    const tenantExport = tenantExportOf(10);
    await tenantExport.drain();
    expect(tenantExport.job()).toMatchObject({ state: 'done', cases: 10, total: 10 });
    const volumes = tenantExport.archive();
    expect(volumes).toHaveLength(3 + 1);
    expect(verifyArchive(volumes)).toMatchObject({ problems: [], summary: expect.stringContaining('4 卷') });
    expect(verifyArchive([...volumes].reverse())).toMatchObject({ problems: [] });
    for (const at of [0, 1, 2]) {
      const { problems } = verifyArchive(volumes.filter((_, index) => index !== at));
      expect(problems).toContain(`第 ${at + 1} 卷缺失，或其目录被改动。`);
      expect(problems).toContain('应有 10 件办件，实有 7 件。');
    }
    expect(verifyArchive(volumes.slice(0, 3)).problems).toEqual(['缺少最后一卷（其中有 manifest.json）。']);
  });

  it('holds the journals of processes behind the cases, in volumes that end anywhere', async () => {
    const tenantExport = tenantExportOf(4, undefined, 7);
    await tenantExport.drain();
    const volumes = tenantExport.archive();
    expect(tenantExport.job()).toMatchObject({ state: 'done', cases: 4, processes: 7 });
    expect(volumes).toHaveLength(4);
    expect(verifyArchive(volumes)).toMatchObject({
      problems: [],
      summary: expect.stringContaining('4 件办件、7 项办后事项'),
    });
    const paths = volumes
      .flatMap((volume) => [...volume.keys()])
      .filter((path) => path.startsWith('processes/'));
    expect(new Set(paths).size).toBe(7);
    expect(verifyArchive(volumes.filter((_, at) => at !== 2)).problems).toContain(
      '应有 7 项办后事项，实有 4 项。',
    );
  });

  it('spreads one case of many large files over volumes that fit into memory', async () => {
    const megabytes = 1024 * 1024;
    const tenantExport = tenantExportOf(2, undefined, 1, { each: 5, size: 20 * megabytes });
    await tenantExport.drain();
    const volumes = tenantExport.archive();
    const weights = volumes.map((volume) =>
      [...volume.values()].reduce((sum, { length }) => sum + length, 0),
    );
    expect(Math.max(...weights)).toBeLessThan(70 * megabytes);
    expect(tenantExport.job()).toMatchObject({ state: 'done', cases: 2, processes: 1 });
    expect(tenantExport.job()).not.toHaveProperty('filesLeft');
    expect(verifyArchive(volumes)).toMatchObject({ problems: [] });
    const paths = volumes.flatMap((volume) => [...volume.keys()]).filter((path) => path.startsWith('files/'));
    expect([paths.length, new Set(paths).size]).toEqual([10, 10]);
  });

  it('killed at any write and delivered again comes to the same archive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 8 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 15 }),
        fc.integer({ min: 0, max: 4 }),
        async (cases, processes, deaths, each) => {
          const files = { each, size: 1 };
          const tenantExport = tenantExportOf(cases, (write) => deaths.includes(write), processes, files);
          await tenantExport.drain();
          expect(tenantExport.job()).toMatchObject({ state: 'done', cases, processes });
          expect(tenantExport.asTold()).toBe(true);
          expect(verifyArchive(tenantExport.archive())).toMatchObject({ problems: [] });
        },
      ),
    );
  });

  it('delivered twice at once is one archive, however the two meet', async () => {
    const tenantExport = tenantExportOf(10);
    for (let n = 0; n < 5; n += 1) {
      const { services, job } = tenantExport;
      // The slower of two stores its volume after the faster has recorded its own.
      const slow: VolumeServices = {
        ...services,
        files: {
          ...services.files,
          putVolume: async (...given) => {
            await buildVolume(services, job());
            await services.files.putVolume(...given);
          },
        },
      };
      await buildVolume(slow, job());
    }
    expect(tenantExport.job()).toMatchObject({ state: 'done', cases: 10 });
    expect(tenantExport.asTold()).toBe(true);
    expect(verifyArchive(tenantExport.archive())).toMatchObject({ problems: [] });
  });
});

describe('the verifier', () => {
  it('names the process whose journal was edited, or cut off at its end', async () => {
    const tenantExport = tenantExportOf(1, undefined, 2);
    await tenantExport.drain();
    const path = 'processes/PV/order-001.jsonl';
    const told = (change: (lines: string) => string) =>
      verifyArchive(
        tenantExport.archive().map((volume) => {
          const bytes = volume.get(path);
          return bytes
            ? new Map(volume).set(path, Buffer.from(change(Buffer.from(bytes).toString())))
            : volume;
        }),
      ).problems;
    expect(told((lines) => lines.replace('"seq":2,', '"seq":2,"x":1,'))).toContain(
      '开通单 order-001：留痕第 2 条被改动。',
    );
    expect(told((lines) => lines.replace(/\{"sk":"EV#000003".*\n/, ''))).toContain(
      '开通单 order-001：留痕第 3 条缺失。',
    );
  });

  it('names what cannot even be read instead of failing on it', async () => {
    const tenantExport = tenantExportOf(4);
    await tenantExport.drain();
    const volumes = tenantExport.archive();
    const withFile = (path: string, content: string) =>
      volumes.map((volume) =>
        volume.has(path) ? new Map(volume).set(path, Buffer.from(content)) : new Map(volume),
      );
    expect(verifyArchive(withFile('cases/case-004.jsonl', '{')).problems).toEqual([
      '第 1 卷：cases/case-004.jsonl 被改动。',
      '办件 case-004：内容无法读取。',
    ]);
    expect(verifyArchive(withFile('administration.jsonl', '[]')).problems).toContain('管理留痕：缺少链头。');
    expect(verifyArchive(withFile('manifest.json', '{}')).problems).toEqual([
      'manifest.json 被改动，无法读取。',
    ]);
  });
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type UnpackedVolume, verifyArchive } from '#functions/tenancy/app/exports/verify-archive.ts';
import type { ExportLinks, ExportList, ExportView } from '#shared/contracts/exports.ts';
import { administrationOf } from '#test/support/administration.ts';
import { type Asker, ask, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
const node = 'funing';
let county: Asker;
let city: Asker;
let caseId: string;
beforeAll(async () => {
  county = (await administrationOf(system, node)).tenantAdmin;
  city = (await administrationOf(system, 'yancheng')).tenantAdmin;
  caseId = await submitted(await countyCast(system, node));
});

const start = (by: Asker, personal: boolean, of = node) =>
  ask(system, by, 'POST', '/v1/exports', { body: { node: of, personal }, key: randomUUID() });
const listed = async (by: Asker) =>
  ((await ask(system, by, 'GET', `/v1/exports?node=${node}`)).body as ExportList).items;
const link = (by: Asker, exportId: string) => ask(system, by, 'GET', `/v1/exports/${node}/${exportId}/link`);

/** An export from its request to its bytes. */
const exported = async (by: Asker, personal: boolean): Promise<UnpackedVolume[]> => {
  const started = await start(by, personal);
  expect(started.status, started.text).toBe(201);
  const { exportId } = started.body as ExportView;
  await awaitTrue('the export is built', async () => (await listed(by))[0]?.state === 'done');
  const [job] = await listed(by);
  expect(job).toMatchObject({ exportId, cases: job?.total, personal });
  const { volumes } = (await link(by, exportId)).body as ExportLinks;
  return Promise.all(
    volumes.map(async ({ url }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return new Map(Object.entries(unzipSync(bytes)));
    }),
  );
};

const text = (volumes: readonly UnpackedVolume[], path: string): string =>
  Buffer.from(volumes.find((volume) => volume.has(path))?.get(path) ?? []).toString();
const changed = (volumes: readonly UnpackedVolume[], path: string, content: string | undefined) =>
  volumes.map((volume) => {
    const copy = new Map(volume);
    if (content === undefined) copy.delete(path);
    else if (copy.has(path)) copy.set(path, Buffer.from(content));
    return copy;
  });

describe('an export', () => {
  it('with personal data is the county’s own, holds everything, and shows whatever was altered or taken out', async () => {
    const volumes = await exported(county, true);
    expect(verifyArchive(volumes)).toMatchObject({ problems: [] });
    const path = `cases/${caseId}.jsonl`;
    const lines = text(volumes, path);
    expect(lines).toContain('"fileName":');
    expect(lines).not.toContain('"tokens":');
    const told = (changes: UnpackedVolume[]) => verifyArchive(changes).problems.join('\n');
    expect(told(changed(volumes, path, lines.replace(/"sk":"EV#000002".*\n/, '')))).toContain(caseId);
    expect(told(changed(volumes, path, lines.replace('"seq":1,', '"seq":1,"x":1,')))).toContain(
      '第 1 条被改动',
    );
    const file = [...(volumes[0]?.keys() ?? [])].find((name) => name.startsWith(`files/${caseId}/`)) ?? '';
    expect(told(changed(volumes, file, undefined))).toContain(`缺失 ${file}`);
    expect(told(changed(volumes, file, 'x'))).toContain(`${file} 被改动`);
    expect(told(changed(volumes, 'manifest.json', undefined))).toContain('缺少最后一卷');
    const plan = lines.replace(/("sk":"FORM#[^\n]*?"purpose":")/, '$1改动');
    expect(plan).not.toBe(lines);
    expect(told(changed(volumes, path, plan))).toContain('第 1 轮提交的材料');
  });

  it('for the city is masked, without secrets and originals, and holds all the same', async () => {
    expectProblem(await start(city, true), 403, 'not-allowed');
    const volumes = await exported(city, false);
    expect(verifyArchive(volumes)).toMatchObject({ problems: [] });
    const lines = text(volumes, `cases/${caseId}.jsonl`);
    expect(lines).not.toMatch(/(?<!\w)1[3-9]\d{9}(?!\w)/);
    expect(lines).not.toMatch(/"(salt|tokens|fileName)":/);
    expect(lines).toMatch(/1\d{2}\*{4}\d{4}/);
    expect([...(volumes[0]?.keys() ?? [])].filter((name) => name.startsWith('files/'))).toEqual([]);
    const [, own] = await listed(county);
    expectProblem(await link(city, own?.exportId ?? ''), 404, 'not-found');
    const looks = readFileSync(join(system.dataDir, 'logs', 'yunwangtong-exports.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('access.cross-tenant') && line.includes(`yancheng/${node}`));
    for (const operation of ['startExport', 'listExports', 'linkExport'])
      expect(looks.some((line) => line.includes(operation))).toBe(true);
  });

  it('is for the tenant administrators of the county and its city, and is told in the journal', async () => {
    const { securityAdmin, auditAdmin } = await administrationOf(system, node);
    expectProblem(await start(securityAdmin, false), 403, 'not-allowed');
    const other = (await administrationOf(system, 'jianhu')).tenantAdmin;
    expectProblem(await start(other, false), 404, 'not-found');
    const journal = await ask(system, auditAdmin, 'GET', '/v1/administration/journal');
    expect(journal.text).toContain('申请整体导出：阜宁县（含个人信息）');
    expect(journal.text).toContain('取得整体导出的下载地址：阜宁县（含个人信息）');
  });
});

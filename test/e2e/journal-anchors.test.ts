import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportLinks, ExportList, ExportView } from '#shared/contracts/exports.ts';
import { type Anchor, anchorHash, follows, noAnchors } from '#shared/kernel/anchor/anchor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { administrationOf } from '#test/support/administration.ts';
import { type Asker, ask, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { copiedAnchors } from '#test/support/copied-anchors.ts';
import { submitted } from '#test/support/file-application.ts';
import { cutOff, editedAt, type Forgery, forgedArchive } from '#test/support/forge-archive.ts';
import { approvedCase, awaitRead, provisioningCast, signedLetter } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const tenant = 'yancheng/xiangshui';
const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-anchors-'));
const roots = join(folder, 'roots');

const anchorNow = async () => {
  const answer = await fetch(`${system.baseUrl}/_local/schedules/run`, {
    method: 'POST',
    body: JSON.stringify({ rule: 'yunwangtong-journal-anchor' }),
  });
  expect(((await answer.json()) as { runs: unknown[] }).runs).toEqual([
    { rule: 'yunwangtong-journal-anchor', ok: true },
  ]);
};

/** What an auditor copies from the locked bucket, put where the verifier looks for it. */
const copyAnchors = async (of: TenantId): Promise<Anchor[]> => {
  mkdirSync(roots, { recursive: true });
  const copies = await copiedAnchors(system, of);
  return copies.map(({ key, text, lock }) => {
    expect(lock).toBe('COMPLIANCE');
    writeFileSync(join(roots, key.replaceAll('/', '-')), text);
    return JSON.parse(text) as Anchor;
  });
};

const exportOf = async (by: Asker, node: string): Promise<string> => {
  const body = { node, personal: false };
  const started = await ask(system, by, 'POST', '/v1/exports', { body, key: randomUUID() });
  expect(started.status, started.text).toBe(201);
  const { exportId } = started.body as ExportView;
  const path = `/v1/exports?node=${node}`;
  await awaitTrue('the export is built', async () => {
    const [job] = ((await ask(system, by, 'GET', path)).body as ExportList).items;
    return job?.state === 'done';
  });
  const links = (await ask(system, by, 'GET', `/v1/exports/${node}/${exportId}/link`)).body as ExportLinks;
  const [{ url } = { url: '' }, ...more] = links.volumes;
  expect(more).toEqual([]);
  const file = join(folder, `${node}.zip`);
  writeFileSync(file, new Uint8Array(await (await fetch(url)).arrayBuffer()));
  return file;
};

/** `npm run verify`, as an auditor runs it. */
const verify = (file: string, ...more: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['functions/tenancy/admin/verify.ts', file, '--roots', roots, ...more],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });

let caseId: string;
/** Of an approved case, with the provider's work order to confirm it. */
let orderId: string;
let tenantAdmin: Asker;
let archive: string;
let anchors: Anchor[];
beforeAll(async () => {
  tenantAdmin = (await administrationOf(system, 'xiangshui')).tenantAdmin;
  const cast = await provisioningCast(system, 'xiangshui');
  caseId = await submitted(cast);
  orderId = await approvedCase(cast, [{ quantity: 1 }]);
  await awaitRead(() => cast.desks.provider.work(`${orderId}-c`));
  await signedLetter(cast);
  const entry = {
    kind: 'system',
    name: '锚定前登记的系统',
    stage: 'existing',
    fiscal: true,
    classified: false,
  };
  await cast.clerk.call('POST', '/v1/off-cloud-entries', { body: entry, key: randomUUID() });
  await anchorNow();
  archive = await exportOf(tenantAdmin, 'xiangshui');
  await anchorNow();
  anchors = await copyAnchors(tenant);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The archive with journals changed and everything within it made to fit again, as a forger would. */
const forged = (change: Forgery, paths = [`cases/${caseId}.jsonl`], manifest: object = {}): string => {
  const out = join(folder, 'forged.zip');
  writeFileSync(out, forgedArchive(readFileSync(archive), change, paths, manifest));
  return out;
};

describe('the hourly anchoring', () => {
  it('locks one chain of roots per tenant, with the case, its administration and the city’s catalogue', async () => {
    let chain = noAnchors;
    for (const anchor of anchors) {
      expect(follows(anchor, chain)).toBe(true);
      chain = { seq: anchor.seq, hash: anchorHash(anchor) };
    }
    const journals = new Set(anchors.flatMap(({ heads }) => heads.map(({ journal }) => journal)));
    expect([...journals]).toEqual(
      expect.arrayContaining([
        `C#${caseId}`,
        'ADMINISTRATION',
        `PV#${orderId}`,
        'LT#xiangshui-health',
        expect.stringMatching(/^OC#xiangshui\./),
        `W#yancheng-provider#${orderId}-c`,
      ]),
    );
    const city = await copyAnchors('yancheng/_city');
    expect(city.flatMap(({ heads }) => heads.map(({ journal }) => journal))).toContain('R#CATALOGUE');
  });

  it('finds nothing to do when it comes again', async () => {
    await anchorNow();
    expect(await copyAnchors(tenant)).toHaveLength(anchors.length);
  });
});

describe('the offline verifier', () => {
  it('passes an untouched export against the copies of its roots', async () => {
    const told = await verify(archive, '--newest', String(anchors.length));
    expect(told.output).toContain('与锚点相符');
    expect(told.output).toContain('，0 条留痕晚于锚点');
    expect(told.output).not.toContain('不在本导出之内');
    expect(told.code).toBe(0);
  });

  it('names the entry that was edited and chained anew, which the export itself no longer shows', async () => {
    const told = await verify(forged(editedAt(2)));
    expect(told.code).toBe(1);
    expect(told.output).toMatch(new RegExp(`办件 ${caseId}：第 1 至 \\d+ 条与第 \\d+ 号锚点不符`));
    expect(told.output).not.toContain('留痕第');
  });

  it('names the tail that was cut off together with the head', async () => {
    const told = await verify(forged(cutOff));
    expect(told.code).toBe(1);
    expect(told.output).toMatch(new RegExp(`办件 ${caseId}：留痕自第 \\d+ 条起缺失`));
  });

  it('believes no date of the export’s own that its anchored entries contradict', async () => {
    const begunAt = new Date(Date.now() - 86_400_000).toISOString();
    const told = await verify(forged(cutOff, undefined, { begunAt }));
    expect(told.code).toBe(1);
    expect(told.output).toContain(`导出自称始于 ${begunAt}，其中却有`);
    const undated = await verify(forged(cutOff, undefined, { begunAt: '' }));
    expect(undated.output).toContain('manifest.json 被改动');
  });

  it('tells that the newest anchors were left out, once the auditor has looked for their number', async () => {
    const told = await verify(archive, '--newest', String(anchors.length + 1));
    expect(told.code).toBe(1);
    expect(told.output).toContain(`锁定存储中最新的锚点是第 ${anchors.length + 1} 号`);
  });

  it('names an edited entry, a missing tail and a missing journal of what follows a case, the provider’s work order too', async () => {
    const order = `processes/PV/${orderId}.jsonl`;
    const work = `processes/W/yancheng-provider/${orderId}-c.jsonl`;
    const names = [`开通单 ${orderId}`, `工单 yancheng-provider ${orderId}-c`];
    const edited = await verify(forged(editedAt(1), [order, work]));
    expect(edited.code).toBe(1);
    const cut = await verify(forged(cutOff, [order, work]));
    const { [order]: _order, [work]: _work, ...rest } = unzipSync(readFileSync(archive));
    const out = join(folder, 'without.zip');
    writeFileSync(out, zipSync(rest));
    const without = await verify(out);
    for (const name of names) {
      expect(edited.output).toMatch(new RegExp(`${name}：第 1 至 \\d+ 条与第 \\d+ 号锚点不符`));
      expect(cut.output).toMatch(new RegExp(`${name}：留痕自第 \\d+ 条起缺失`));
      expect(without.output).toContain(`${name}：整条留痕缺失`);
    }
  });

  it('names a root that was forged', async () => {
    const [first] = anchors;
    const file = join(roots, `T-${tenant.replace('/', '-')}-00000001.json`);
    const original = readFileSync(file);
    writeFileSync(file, JSON.stringify({ ...first, root: '0'.repeat(64) }));
    const told = await verify(archive);
    writeFileSync(file, original);
    expect(told.code).toBe(1);
    expect(told.output).toContain('锚点第 1 号的根与所列链头不符');
  });
});

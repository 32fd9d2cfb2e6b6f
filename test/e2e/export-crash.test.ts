import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttachmentReserved, maxAttachmentBytes } from '#shared/contracts/attachments.ts';
import type { ExportLinks, ExportList, ExportView } from '#shared/contracts/exports.ts';
import { type Asker, ask, askerOf } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf } from '#test/support/file-application.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';
import { described, send } from '#test/support/upload.ts';

let running: RunningSystem;
let clerk: Asker;
let administrator: Asker;
const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-export-'));

const start = async (dataDir: string) => {
  running = await startSystem(dataDir);
  clerk = await askerOf(running.system, 'binhai-clerk');
  administrator = await askerOf(running.system, 'binhai-tenantadmin');
};
const post = async <Answer>(asker: Asker, path: string, body: unknown): Promise<Answer> => {
  const heard = await ask(running.system, asker, 'POST', path, { body, key: randomUUID() });
  expect(heard.status, heard.text).toBeLessThan(300);
  return heard.body as Answer;
};

/** As large as a file may be; three of them fill a volume. */
const picture = (): Uint8Array => {
  const drawn = readFileSync('examples/attachments/architecture.png');
  return Buffer.concat([drawn, randomBytes(maxAttachmentBytes - drawn.length)]);
};

const attach = async (caseId: string): Promise<void> => {
  const bytes = picture();
  const place = await post<AttachmentReserved>(clerk, `/v1/cases/${caseId}/attachments`, described(bytes));
  expect((await send(place.upload, bytes)).status).toBe(204);
  await post(clerk, `/v1/cases/${caseId}/attachments/${place.attachmentId}/completions`, {});
};

beforeAll(async () => {
  await start(newDataDir());
  const cast = await countyCast(running.system, 'binhai');
  for (let n = 0; n < 4; n += 1) {
    const { caseId } = await draftOf(cast.clerk);
    await attach(caseId);
  }
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newest = async () => {
  const { body } = await ask(running.system, administrator, 'GET', '/v1/exports?node=binhai');
  return (body as ExportList).items[0];
};

/** Every volume of a finished export as a file, by what the export tells of it. */
const download = async ({ exportId, volumes }: ExportView): Promise<string[]> => {
  const { body } = await ask(running.system, administrator, 'GET', `/v1/exports/binhai/${exportId}/link`);
  return Promise.all(
    (body as ExportLinks).volumes.map(async ({ name, url }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const told = volumes.find((volume) => volume.name === name);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(told?.sha256);
      const path = join(folder, `${exportId}-${name}`);
      writeFileSync(path, bytes);
      return path;
    }),
  );
};

/** `npm run verify -- <volume>…`: what it prints and whether it is content. */
const verify = (paths: readonly string[]): { readonly said: string; readonly whole: boolean } => {
  try {
    const said = execFileSync('npm', ['run', '-s', 'verify', '--', ...paths], { encoding: 'utf8' });
    return { said, whole: true };
  } catch (error) {
    return { said: String((error as { stdout: unknown }).stdout), whole: false };
  }
};

describe('an export of more than one volume', () => {
  it.each([3, 5, 7])('whose worker is killed at write %i ends as the same whole archive', async (write) => {
    await running.control('faults', { killAtWrite: write, killWhen: write % 2 === 0 ? 'before' : 'after' });
    const asked = await post<ExportView>(administrator, '/v1/exports', { node: 'binhai', personal: true });
    if (running.child.exitCode === null && running.child.signalCode === null)
      await once(running.child, 'exit');
    await start(running.dataDir);
    await awaitTrue('the export is built', async () => (await newest())?.state === 'done');
    const built = await newest();
    expect(built).toMatchObject({ exportId: asked.exportId, cases: 4, total: 4 });
    expect(built?.volumes).toHaveLength(2);
    const paths = built ? await download(built) : [];
    expect(verify(paths)).toMatchObject({ whole: true, said: expect.stringContaining('2 卷、4 件办件') });
  });

  it('is judged offline: an altered entry, a missing volume, a missing file and a damaged archive are named', async () => {
    const built = await newest();
    const [first = '', second = ''] = built ? await download(built) : [];
    expect(verify([second])).toMatchObject({
      whole: false,
      said: expect.stringContaining('第 1 卷缺失'),
    });
    expect(verify([first]).said).toContain('缺少最后一卷');

    const rewritten = (change: (files: Record<string, Uint8Array>) => void): string => {
      const files = unzipSync(readFileSync(first));
      change(files);
      const path = join(folder, 'changed.zip');
      writeFileSync(path, zipSync(files, { level: 0 }));
      return path;
    };
    const named = (files: Record<string, Uint8Array>, prefix: string): string =>
      Object.keys(files).find((path) => path.startsWith(prefix)) ?? '';
    let caseId = '';
    const altered = rewritten((files) => {
      const path = named(files, 'cases/');
      caseId = path.replace(/^cases\/|\.jsonl$/g, '');
      const lines = Buffer.from(files[path] ?? []).toString();
      files[path] = Buffer.from(lines.replace('"seq":1,', '"seq":1,"x":1,'));
    });
    expect(verify([altered, second]).said).toContain(`办件 ${caseId}：留痕第 1 条被改动。`);
    let file = '';
    const without = rewritten((files) => {
      file = named(files, 'files/');
      delete files[file];
    });
    expect(verify([without, second]).said).toContain(`第 1 卷：缺失 ${file}。`);
    const damaged = join(folder, 'damaged.zip');
    writeFileSync(damaged, readFileSync(first).subarray(0, 1000));
    expect(verify([damaged, second]).said).toContain(`${damaged} 不是完整的导出文件`);
  });
});

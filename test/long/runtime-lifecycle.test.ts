import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { findFreePort } from '#local/java/find-free-port.ts';
import { isAlive } from '#local/java/inspect-process.ts';
import { slownessOfMachine } from '#test/support/browser/processor-share.ts';
import { databasePid, stopByCommand } from '#test/support/database-process.ts';
import { draftOf } from '#test/support/file-application.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';

const limitMs = 10_000;
/** Milliseconds since then, as they would have been without the other work on the machine. */
const tookSince = (from: number): number => (performance.now() - from) / slownessOfMachine();
let running: RunningSystem;
let caseId: string;
const startAgain = async (): Promise<void> => {
  running = await startSystem(running.dataDir, running.port);
};
const draftIsThere = async (): Promise<void> => {
  const clerk = await clientOf(running.system, 'dafeng-clerk');
  expect(await clerk.view(caseId)).toMatchObject({ caseId, status: 'draft' });
};

beforeAll(async () => {
  running = await startSystem();
  ({ caseId } = await draftOf(await clientOf(running.system, 'dafeng-clerk')));
});
afterAll(() => running.stop());

const script = (name: string, dataDir: string, port: number, ...more: string[]) =>
  spawnSync(process.execPath, [`local/${name}.ts`, ...more], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    encoding: 'utf8',
  });

describe('a running system', () => {
  it('says in Chinese where to look and how long each phase took', async () => {
    // It is ready a moment before what it prints has come through the pipe.
    await expect.poll(running.output).toContain('npm run stop');
    const output = running.output();
    expect(output).toMatch(/云网通已就绪，用时 \d+\.\d 秒（/);
    expect(output).toContain(`${running.system.baseUrl}/docs`);
  });

  it('tells where it is in a file that only its owner reads', () => {
    const file = join(running.dataDir, 'runtime.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: running.child.pid,
      port: running.port,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('refuses a second one on the same data, naming the first', async () => {
    const { status, stderr } = script('start', running.dataDir, await findFreePort());
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `数据目录 ${running.dataDir} 正由另一个运行中的系统使用（进程 ${running.child.pid}）.*npm run stop.*DATA_DIR`,
      ),
    );
  });

  it('refuses a second one on the same port', () => {
    const { status, stderr } = script('start', newDataDir(), running.port);
    expect(status).toBe(1);
    expect(stderr).toContain(`端口 ${running.port} 已被占用。请用 PORT`);
  });

  it('refuses a PORT that is none', () => {
    expect(script('start', newDataDir(), 70_000).stderr).toContain('PORT 应为 1 到 65535 的整数，现为 70000');
  });

  it('gives tokens to demo people only', () => {
    const asked = (...person: string[]) => script('print-token', running.dataDir, running.port, ...person);
    expect(asked('dafeng-clerk').stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(asked('nobody')).toMatchObject({ status: 1, stdout: '' });
    expect(asked()).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('the controls', () => {
  const ask = (path: string, init?: RequestInit) => fetch(`${running.system.baseUrl}/_local/${path}`, init);

  it('set the business clock, and put it back', async () => {
    const now = '2027-02-01T08:00:00+08:00';
    const { now: set } = (await running.control('clock', { now })) as { now: string };
    expect(Math.abs(Date.parse(set) - Date.parse(now))).toBeLessThan(1_000);
    expect(await running.control('clock', { shiftMs: 1_000 })).toMatchObject({ shiftMs: 1_000 });
    expect(await running.control('clock', { reset: true })).toMatchObject({ shiftMs: 0 });
  });

  it.each([
    ['an unknown fault', 'faults', { teapot: 1 }, 400],
    ['a rate above 1', 'faults', { staleIndexRate: 2 }, 400],
    ['a clock that is told two things', 'clock', { reset: true, shiftMs: 1 }, 400],
    ['an unknown rule', 'schedules/run', { rule: 'nobody' }, 400],
    ['an unknown control', 'nowhere', {}, 404],
  ])('refuse %s', async (_case, path, body, status) => {
    expect((await ask(path, { method: 'POST', body: JSON.stringify(body) })).status).toBe(status);
  });

  it('refuse a page of another origin', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await ask('clock', { method: 'POST', headers, body: '{}' })).status).toBe(403);
  });
});

describe('beside a running system', () => {
  it('another runs on its own port and data, and knows nothing of the first one’s cases', async () => {
    const other = await startSystem();
    try {
      const stranger = await clientOf(other.system, 'dafeng-clerk');
      expect((await stranger.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
      await draftIsThere();
    } finally {
      await other.stop();
    }
  });
});

describe('the end of a system', () => {
  const clock = async () => (await fetch(`${running.system.baseUrl}/_local/clock`)).json();

  it('by kill -9 leaves the database, which the next start finds, with data, clock and people as they were', async () => {
    await running.control('clock', { shiftMs: 3_600_000 });
    const database = databasePid(running.dataDir);
    await running.kill();
    expect(isAlive(database)).toBe(true);
    await startAgain();
    expect(databasePid(running.dataDir)).toBe(database);
    expect(await clock()).toMatchObject({ shiftMs: 3_600_000 });
    await draftIsThere();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s takes the database along within 10 s, and is ready again within 10 s with its data',
    async (signal) => {
      const database = databasePid(running.dataDir);
      const from = performance.now();
      running.child.kill(signal);
      await running.stop();
      expect(tookSince(from)).toBeLessThan(limitMs);
      expect([running.child.exitCode, isAlive(database)]).toEqual([0, false]);
      const again = performance.now();
      await startAgain();
      expect(tookSince(again)).toBeLessThan(limitMs);
      await draftIsThere();
    },
  );

  it('by `npm run stop` ends a runtime, or what a killed one left; the data are there at the next start', async () => {
    const database = databasePid(running.dataDir);
    expect(stopByCommand(running.dataDir)).toBe('已停止\n');
    await running.stop();
    expect([running.child.exitCode, isAlive(database)]).toEqual([0, false]);
    await startAgain();
    const next = databasePid(running.dataDir);
    await running.kill();
    expect(isAlive(next)).toBe(true);
    expect(stopByCommand(running.dataDir)).toBe('已停止\n');
    expect(isAlive(next)).toBe(false);
    expect(stopByCommand(running.dataDir)).toBe(`${running.dataDir} 上没有运行中的系统\n`);
    await startAgain();
    await draftIsThere();
  });
});

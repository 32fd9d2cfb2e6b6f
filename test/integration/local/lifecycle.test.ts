import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRunning } from '#local/java/dynamo-local.ts';
import { findFreePort } from '#local/java/find-free-port.ts';
import { isAlive } from '#local/java/inspect-process.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startSystem();
});
afterAll(() => running.stop());

const script = (name: string, dataDir: string, port: number, ...more: string[]) =>
  spawnSync(process.execPath, [`local/${name}.ts`, ...more], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    encoding: 'utf8',
  });
const databasePid = () => findRunning(running.dataDir)?.pid;

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
    expect(stderr).toContain(
      `数据目录 ${running.dataDir} 正由另一个运行中的系统使用（进程 ${running.child.pid}）`,
    );
  });

  it('refuses a second one on the same port', () => {
    const { status, stderr } = script('start', newDataDir(), running.port);
    expect(status).toBe(1);
    expect(stderr).toContain(`端口 ${running.port} 已被占用`);
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

describe('the end of a system', () => {
  it('by kill -9 leaves the database, which the next start finds, with clock and people as they were', async () => {
    await running.control('clock', { shiftMs: 3_600_000 });
    const database = databasePid();
    await running.kill();
    expect(databasePid()).toBe(database);
    running = await startSystem(running.dataDir, running.port);
    expect(databasePid()).toBe(database);
    const clock = await fetch(`${running.system.baseUrl}/_local/clock`);
    expect(await clock.json()).toMatchObject({ shiftMs: 3_600_000 });
    expect(script('print-token', running.dataDir, running.port, 'dafeng-clerk').status).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s takes the database along within 10 s', async (signal) => {
    const database = databasePid() ?? 0;
    const from = Date.now();
    running.child.kill(signal);
    await running.stop();
    expect(Date.now() - from).toBeLessThan(10_000);
    expect([running.child.exitCode, isAlive(database)]).toEqual([0, false]);
    running = await startSystem(running.dataDir, running.port);
  });

  it('by `npm run stop` ends a runtime, or what a killed one left', async () => {
    const stop = () => script('stop', running.dataDir, running.port).stdout;
    expect(stop()).toBe('已停止\n');
    await running.stop();
    expect([running.child.exitCode, databasePid()]).toEqual([0, undefined]);
    running = await startSystem(running.dataDir, running.port);
    await running.kill();
    expect(stop()).toBe('已停止\n');
    expect(databasePid()).toBeUndefined();
    expect(stop()).toBe(`${running.dataDir} 上没有运行中的系统\n`);
  });
});

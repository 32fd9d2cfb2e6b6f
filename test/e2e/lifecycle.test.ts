import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { isAlive } from '#local/java/inspect-process.ts';
import { databasePid, stopByCommand } from '#test/support/database-process.ts';
import { draftOf } from '#test/support/file-application.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';

const limitMs = 10_000;

/** How long something took, in milliseconds, with what it gave. */
const timed = async <Result>(work: () => Promise<Result>) => {
  const started = performance.now();
  const result = await work();
  return { result, took: performance.now() - started };
};

describe('one system on its data folder', () => {
  const dataDir = newDataDir();
  let running: RunningSystem;
  let caseId: string;

  const draftIsThere = async (): Promise<void> => {
    const clerk = await clientOf(running.system, 'dafeng-clerk');
    expect(await clerk.view(caseId)).toMatchObject({ caseId, status: 'draft' });
  };

  beforeAll(async () => {
    running = await startSystem(dataDir);
    ({ caseId } = await draftOf(await clientOf(running.system, 'dafeng-clerk')));
  });
  afterAll(async () => {
    await running.stop();
    stopByCommand(dataDir);
  });

  it('refuses a second runtime on the same data, says whose they are, and is not disturbed', async () => {
    await expect(startSystem(dataDir)).rejects.toThrow(
      new RegExp(
        `${dataDir} 正由另一个运行中的系统使用（进程 ${running.child.pid}）.*npm run stop.*DATA_DIR`,
      ),
    );
    await draftIsThere();
  });

  it('refuses a second runtime on the same port, and says what to set', async () => {
    await expect(startSystem(newDataDir(), running.port)).rejects.toThrow(
      new RegExp(`端口 ${running.port} 已被占用。请用 PORT`),
    );
  });

  it('runs beside another with its own port and data, which knows nothing of the first one’s cases', async () => {
    const other = await startSystem();
    try {
      const stranger = await clientOf(other.system, 'dafeng-clerk');
      expect((await stranger.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
      await draftIsThere();
    } finally {
      await other.stop();
    }
  });

  it('ends within 10 s of SIGTERM, the database included', async () => {
    const database = databasePid(dataDir);
    const { took } = await timed(running.stop);
    expect(took).toBeLessThan(limitMs);
    expect(running.child.exitCode).toBe(0);
    expect(isAlive(database)).toBe(false);
  });

  it('is ready again within 10 s when nothing has changed, with its data', async () => {
    const { result, took } = await timed(() => startSystem(dataDir, running.port));
    running = result;
    expect(took).toBeLessThan(limitMs);
    await draftIsThere();
  });

  it('killed, leaves the database to the next start, which finds it and the data', async () => {
    const database = databasePid(dataDir);
    await running.kill();
    expect(isAlive(database)).toBe(true);
    running = await startSystem(dataDir, running.port);
    expect(databasePid(dataDir)).toBe(database);
    await draftIsThere();
  });

  it('is ended by npm run stop, the database included', async () => {
    const database = databasePid(dataDir);
    expect(stopByCommand(dataDir)).toContain('已停止');
    expect(isAlive(database)).toBe(false);
    expect(isAlive(running.child.pid ?? 0)).toBe(false);
    expect(stopByCommand(dataDir)).toContain('没有运行中的系统');
  });

  it('killed, has its database ended by npm run stop; the data are there at the next start', async () => {
    running = await startSystem(dataDir, running.port);
    const database = databasePid(dataDir);
    await running.kill();
    expect(stopByCommand(dataDir)).toContain('已停止');
    expect(isAlive(database)).toBe(false);
    running = await startSystem(dataDir, running.port);
    await draftIsThere();
  });
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const pidFile = (dataDir: string) => join(dataDir, 'runtime.pid');

/** Process id of the runtime that last locked the folder; it may have ended since. */
export function readPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(pidFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Takes the data folder for this process alone. The lock is SQLite's own on a file, so the operating system gives it
 * back however the process ends.
 * @returns a function that gives it back
 * @throws when another runtime holds it
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    const holder = readPid(dataDir);
    throw new Error(
      `数据目录 ${dataDir} 正由另一个运行中的系统使用（进程 ${holder ?? '未知'}）。` +
        '请先执行 npm run stop，或用 DATA_DIR 指定另一个目录',
      { cause },
    );
  }
  writeFileSync(pidFile(dataDir), String(process.pid));
  return () => {
    rmSync(pidFile(dataDir), { force: true });
    db.close();
  };
}

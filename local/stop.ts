import { setTimeout as pause } from 'node:timers/promises';
import { readPid } from './boot/lock-folder.ts';
import { readEnvironment } from './boot/read-environment.ts';
import { endRunning, findRunning } from './java/dynamo-local.ts';
import { commandLineOf, isAlive } from './java/inspect-process.ts';

const limitMs = 10_000;

const { dataDir } = readEnvironment(process.env);
const pid = readPid(dataDir);

/** Asks the runtime on this data folder to end, and waits. @returns whether there was one */
async function endRuntime(runtime: number | undefined): Promise<boolean> {
  if (runtime === undefined || !commandLineOf(runtime).includes('local/start.ts')) return false;
  process.kill(runtime, 'SIGTERM');
  const deadline = Date.now() + limitMs;
  while (isAlive(runtime)) {
    if (Date.now() > deadline) throw new Error(`进程 ${runtime} 没有在 10 秒内停止`);
    await pause(50);
  }
  return true;
}

const hadRuntime = await endRuntime(pid);
// Only a runtime that was killed leaves its database behind.
const hadDatabase = findRunning(dataDir) !== undefined;
await endRunning(dataDir);
console.log(hadRuntime || hadDatabase ? '已停止' : `${dataDir} 上没有运行中的系统`);

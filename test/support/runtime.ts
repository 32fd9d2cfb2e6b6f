import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedSystem, readEmbeddedSystem } from '#examples/embedded-system.ts';
import { findFreePort } from '#local/java/find-free-port.ts';

/** A real embedded system in a process of its own, as `npm start` runs it. */
export interface RunningSystem {
  readonly system: EmbeddedSystem;
  readonly dataDir: string;
  readonly port: number;
  /** Everything that it printed. */
  readonly output: () => string;
  /** One of the controls under `/_local/`. */
  readonly control: (path: string, body: unknown) => Promise<unknown>;
  /** Ends it by SIGTERM and waits until it is gone. */
  readonly stop: () => Promise<void>;
  /** Kills it as a crash would; DynamoDB Local is left and found by the next start. */
  readonly kill: () => Promise<void>;
  readonly child: ChildProcess;
}

// A start takes seconds; a machine that others keep busy is no reason to fail.
const patienceMs = 300_000;
/** Below what the operating system gives to outgoing connections: one of those could take the port of a killed system. */
const portsToChooseFrom = [10_000, 32_000] as const;

/** Not there before the first start is done, nor during a later one. */
const readTold = (dataDir: string): EmbeddedSystem | undefined => {
  try {
    return readEmbeddedSystem(dataDir);
  } catch {
    return undefined;
  }
};

/** The runtime file is written once everything answers; an older one has another pid. */
const awaitReady = async (
  dataDir: string,
  pid: number | undefined,
  ended: () => string | undefined,
): Promise<EmbeddedSystem> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const problem = ended();
    if (problem !== undefined) throw new Error(problem);
    const told = readTold(dataDir);
    if (told?.pid === pid && told !== undefined) return told;
    if (Date.now() > until) throw new Error(`the system did not become ready in ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A system that another process starts on a folder, once it answers. */
export const awaitSystem = async (dataDir: string): Promise<EmbeddedSystem> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const told = readTold(dataDir);
    if (told) return told;
    if (Date.now() > until) throw new Error(`no system on ${dataDir} in ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});

const memoryFolder = '/dev/shm';
const roomBytes = 4_000_000_000;

/**
 * Where data of tests lie: in memory where the machine has room for it, as DynamoDB Local waits for the disk at every
 * write. A killed process loses nothing by it.
 */
const foldersOfTests = (): string => {
  try {
    const { bavail, bsize } = statfsSync(memoryFolder);
    return bavail * bsize > roomBytes ? memoryFolder : tmpdir();
  } catch {
    return tmpdir();
  }
};

/** A folder for one system's data, removed when the test process ends. */
export const newDataDir = (): string => {
  const folder = mkdtempSync(join(foldersOfTests(), 'yunwangtong-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The controls of a running system. */
export const controlOf =
  ({ baseUrl }: Pick<EmbeddedSystem, 'baseUrl'>): RunningSystem['control'] =>
  async (path, body) => {
    const response = await fetch(`${baseUrl}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };

/** Starts the system on a folder (a new one by default) and a free port, and waits until it answers. */
export const startSystem = async (
  dataDir: string = newDataDir(),
  wantedPort?: number,
): Promise<RunningSystem> => {
  const port = wantedPort ?? (await findFreePort(randomInt(...portsToChooseFrom)));
  const lines: string[] = [];
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => lines.push(String(data)));
  children.add(child);
  const gone = once(child, 'exit').finally(() => children.delete(child));
  const output = () => lines.join('');
  const ended = () => (child.exitCode === null && child.signalCode === null ? undefined : output());
  const end = async (signal: NodeJS.Signals) => {
    if (ended() === undefined) child.kill(signal);
    await gone;
  };
  const system = await awaitReady(dataDir, child.pid, ended);
  return {
    system,
    dataDir,
    port,
    output,
    child,
    control: controlOf(system),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};

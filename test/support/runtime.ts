import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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

const patienceMs = 60_000;

const awaitReady = async (baseUrl: string, ended: () => string | undefined): Promise<void> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const problem = ended();
    if (problem !== undefined) throw new Error(problem);
    const ready = await fetch(`${baseUrl}/openapi.json`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > until) throw new Error(`the system did not become ready in ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A folder for one system's data, removed when the test process ends. */
export const newDataDir = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Starts the system on a folder (a new one by default) and a free port, and waits until it answers. */
export const startSystem = async (
  dataDir: string = newDataDir(),
  wantedPort?: number,
): Promise<RunningSystem> => {
  const port = wantedPort ?? (await findFreePort());
  const lines: string[] = [];
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => lines.push(String(data)));
  const gone = once(child, 'exit');
  const output = () => lines.join('');
  const ended = () => (child.exitCode === null && child.signalCode === null ? undefined : output());
  const end = async (signal: NodeJS.Signals) => {
    if (ended() === undefined) child.kill(signal);
    await gone;
  };
  process.once('exit', () => child.kill('SIGTERM'));
  const baseUrl = `http://127.0.0.1:${port}`;
  await awaitReady(baseUrl, ended);
  return {
    system: readEmbeddedSystem(dataDir),
    dataDir,
    port,
    output,
    child,
    control: async (path, body) => {
      const response = await fetch(`${baseUrl}/_local/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};

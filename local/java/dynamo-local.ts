import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from './find-free-port.ts';
import { commandLineOf, isAlive } from './inspect-process.ts';
import { dynamoLocalArguments } from './locate-jar.ts';
import { waitUntilUp } from './wait-until-up.ts';

interface Running {
  readonly pid: number;
  readonly port: number;
}

const endpointOf = ({ port }: Running) => `http://127.0.0.1:${port}`;
const pidFile = (dataDir: string) => join(dataDir, 'dynamodb-local.json');
const tableFolder = (dataDir: string) => join(dataDir, 'dynamodb');

/** What was noted at the last start; the process may be gone, its port is asked for again. */
function readNote(dataDir: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(pidFile(dataDir), 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

/** The DynamoDB Local that works on this data folder, left by an earlier runtime or our own. */
export function findRunning(dataDir: string): Running | undefined {
  const noted = readNote(dataDir);
  if (noted === undefined || !isAlive(noted.pid)) return undefined;
  return commandLineOf(noted.pid).includes(tableFolder(dataDir)) ? noted : undefined;
}

/** Ends DynamoDB Local by SIGTERM (a harder signal loses acknowledged writes) and waits until it is gone. */
export async function endRunning(dataDir: string, limitMs = 8_000): Promise<void> {
  const running = findRunning(dataDir);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGTERM');
  const deadline = Date.now() + limitMs;
  while (isAlive(running.pid)) {
    if (Date.now() > deadline) throw new Error(`DynamoDB Local (${running.pid}) did not end on SIGTERM`);
    await pause(25);
  }
}

/** DynamoDB Local beside the runtime: detached, so that a killed runtime leaves it and the next start finds it. */
export class DynamoLocal {
  readonly #dataDir: string;
  readonly #log: (line: string) => void;
  #running: Running | undefined;
  #starting: Promise<string> | undefined;

  constructor(dataDir: string, log: (line: string) => void) {
    this.#dataDir = dataDir;
    this.#log = log;
  }

  /** Its address; starts it when it is not there (any more). */
  async endpoint(): Promise<string> {
    if (this.#running !== undefined && isAlive(this.#running.pid)) return endpointOf(this.#running);
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #start(): Promise<string> {
    if (this.#running !== undefined) this.#log('DynamoDB Local 已意外退出，正在重新启动');
    const running = findRunning(this.#dataDir) ?? (await this.#spawn());
    await waitUntilUp(endpointOf(running), () =>
      isAlive(running.pid) ? undefined : `DynamoDB Local 启动失败，请看 ${this.#logFile()}`,
    );
    this.#running = running;
    return endpointOf(running);
  }

  async #spawn(): Promise<Running> {
    const port = await findFreePort(readNote(this.#dataDir)?.port);
    mkdirSync(tableFolder(this.#dataDir), { recursive: true });
    const log = openSync(this.#logFile(), 'a');
    const child = spawn('java', dynamoLocalArguments(port, tableFolder(this.#dataDir)), {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
    });
    closeSync(log);
    const failure = new Promise<never>((_resolve, reject) => child.once('error', reject));
    const spawned = new Promise<void>((resolve) => child.once('spawn', resolve));
    await Promise.race([spawned, failure]);
    child.unref();
    if (child.pid === undefined) throw new Error('java has no pid');
    const running = { pid: child.pid, port };
    const file = pidFile(this.#dataDir);
    writeFileSync(`${file}.new`, JSON.stringify(running));
    renameSync(`${file}.new`, file);
    return running;
  }

  #logFile(): string {
    return join(this.#dataDir, 'logs', 'dynamodb-local.log');
  }
}

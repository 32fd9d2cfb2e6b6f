import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { cities } from '#shared/tenancy/cities.ts';

export interface SeedSetup {
  readonly root: string;
  readonly region: string;
  readonly tableName: string;
  readonly awsEndpoint: string;
  readonly administrator: { accessKeyId: string; secretAccessKey: string };
  /** The inbox as every city's channel, and where its settings are put for the tool to read. */
  readonly messaging: { readonly file: string; readonly host: string; readonly secret: string };
  /** Ends the child process. */
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

const tool = 'functions/tenancy/admin/main.ts';

async function runTool(setup: SeedSetup, ...words: string[]): Promise<void> {
  const child = spawn(process.execPath, [tool, ...words], {
    cwd: setup.root,
    env: {
      PATH: process.env['PATH'],
      AWS_REGION: setup.region,
      AWS_ACCESS_KEY_ID: setup.administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: setup.administrator.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: setup.awsEndpoint,
      TABLE_NAME: setup.tableName,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: setup.signal,
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  setup.log(`${tool}：${output.trim()}`);
  if (code !== 0) throw new Error(`写入初始数据失败（${tool} ${words.join(' ')}）：\n${errors}`);
}

/**
 * Gives a new table its cities, counties, roles and demo people, with the tool that a cloud deployment uses too; every
 * city's messages go to the inbox of this machine.
 */
export async function seedData(setup: SeedSetup): Promise<void> {
  const { file, host, secret } = setup.messaging;
  const settings = { hosts: [{ host }], message: { url: `https://${host}/`, secret } };
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
  try {
    const channels = cities.flatMap(({ id }) => ['+', 'channels', id, file]);
    await runTool(setup, 'bootstrap', '+', 'seed-demo', ...channels);
  } finally {
    rmSync(file);
  }
}

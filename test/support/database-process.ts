import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Process id of the DynamoDB Local that works on a data folder. */
export const databasePid = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'dynamodb-local.json'), 'utf8')) as { pid: number }).pid;

/** `npm run stop` for a data folder; answers what it printed. */
export const stopByCommand = (dataDir: string): string => {
  const { stdout, stderr } = spawnSync(process.execPath, ['local/stop.ts'], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return stdout + stderr;
};

import { resolve } from 'node:path';

/** What a person chooses for an instance: `PORT` (8080) and `DATA_DIR` (`./.data`). @throws on a PORT that is none */
export function readEnvironment(environment: NodeJS.ProcessEnv): { port: number; dataDir: string } {
  const port = Number(environment['PORT'] || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT 应为 1 到 65535 的整数，现为 ${environment['PORT']}`);
  }
  return { port, dataDir: resolve(environment['DATA_DIR'] || '.data') };
}

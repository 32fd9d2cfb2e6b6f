import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `DATA_DIR/runtime.json`: where the running system is; there only while it is ready. */
export interface RuntimeFile {
  readonly pid: number;
  readonly port: number;
  readonly baseUrl: string;
  readonly awsEndpoint: string;
  readonly region: string;
  readonly tableName: string;
  readonly approvalMachineArn: string;
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly administrator: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const fileOf = (dataDir: string) => join(dataDir, 'runtime.json');

/** Written whole or not at all, readable by its owner only: it holds the administrator's key. */
export function writeRuntimeFile(dataDir: string, content: RuntimeFile): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Undefined when no runtime is ready on this folder. */
export function readRuntimeFile(dataDir: string): RuntimeFile | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as RuntimeFile;
  } catch {
    return undefined;
  }
}

export const removeRuntimeFile = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });

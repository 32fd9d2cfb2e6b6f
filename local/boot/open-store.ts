import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StateStore } from '../contract.ts';

/** Opens `DATA_DIR/runtime.sqlite`; each commit survives kill -9 (WAL). Only after the folder is locked. */
export function openStore(dataDir: string): StateStore {
  const db = new DatabaseSync(join(dataDir, 'runtime.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
  return { db };
}

import { join } from 'node:path';
import type { StateStore } from '../contract.ts';
import { CountedDatabase } from '../faults/counted-database.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';

/** Opens `DATA_DIR/runtime.sqlite`; each commit survives kill -9 (WAL). Only after the folder is locked. */
export function openStore(dataDir: string, plan: FaultPlan): StateStore {
  const db = new CountedDatabase(join(dataDir, 'runtime.sqlite'), plan);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
  return { db };
}

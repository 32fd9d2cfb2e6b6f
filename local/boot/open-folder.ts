import { join } from 'node:path';
import type { StateStore } from '../contract.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { openLog } from '../logs/open-log.ts';
import type { Closing } from './closing.ts';
import { lockFolder } from './lock-folder.ts';
import { openStore } from './open-store.ts';
import { Settings } from './settings.ts';

/** The data folder, locked for this process and opened. */
export interface DataFolder {
  readonly dataDir: string;
  readonly logFolder: string;
  readonly store: StateStore;
  readonly settings: Settings;
  /** Writes a line to `logs/runtime.log`. */
  readonly log: (line: string) => void;
}

/** @param dataDir absolute @throws when another runtime works on it */
export function openFolder(dataDir: string, plan: FaultPlan, closing: Closing): DataFolder {
  closing.add('数据目录锁', lockFolder(dataDir));
  const logFolder = join(dataDir, 'logs');
  const logFile = openLog(logFolder, 'runtime');
  closing.add('日志', () => new Promise((resolve) => logFile.end(resolve)));
  const store = openStore(dataDir, plan);
  closing.add('状态库', () => store.db.close());
  return {
    dataDir,
    logFolder,
    store,
    settings: new Settings(store.db),
    log: (line) => void (logFile.writable && logFile.write(`${new Date().toISOString()} ${line}\n`)),
  };
}

import type { TestProject } from 'vitest/node';
import { newDataDir, startSystem } from './runtime.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of the one system that all files of the e2e project share. */
    readonly dataDir: string;
  }
}

/** Vitest's global setup of the e2e project: one system for all its files, stopped after the last. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const running = await startSystem(newDataDir());
  project.provide('dataDir', running.dataDir);
  return running.stop;
};

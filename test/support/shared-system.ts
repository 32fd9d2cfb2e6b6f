import type { TestProject } from 'vitest/node';
import { embeddedAssembly } from './embedded-deployment.ts';
import { newDataDir, startSystem } from './runtime.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folders of the systems of this project: one for each process that runs its files. */
    readonly dataDirs: readonly string[];
  }
}

/**
 * Vitest's global setup of a project: a system for each process that runs its files, stopped after the last file.
 * No file ever shares its system with another at the same time, so that a clock or a fault is nobody else's. They start
 * while the levels before them run; who comes earlier waits (`ask.ts`).
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const asked = project.vitest.state.getPaths().filter((path) => project.matchesTestGlob(path));
  const processes = Math.min(asked.length, Number(project.config.maxWorkers));
  // Once for all of them: those that start at the same time would each make their own.
  await embeddedAssembly();
  const dataDirs = Array.from({ length: processes }, newDataDir);
  const systems = Promise.all(dataDirs.map((dataDir) => startSystem(dataDir)));
  // Told at the end, beside what its tests said of it.
  systems.catch(() => undefined);
  project.provide('dataDirs', dataDirs);
  return async () => void (await Promise.all((await systems).map(({ stop }) => stop())));
};

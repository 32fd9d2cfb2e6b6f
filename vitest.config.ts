import { defineConfig } from 'vitest/config';

interface Level {
  readonly name: string;
  readonly testTimeout: number;
  readonly maxWorkers: number;
  readonly isolate?: false;
  readonly globalSetup?: readonly string[];
}

/** Levels run one after another, in this order: each has the machine for itself. */
const levels: readonly Level[] = [
  { name: 'unit', testTimeout: 60_000, maxWorkers: 2, isolate: false },
  // One process: the files share one synthesis.
  { name: 'infra', testTimeout: 60_000, maxWorkers: 1, isolate: false },
  // Each file starts what it needs, on ports of its own.
  { name: 'integration', testTimeout: 120_000, maxWorkers: 2, isolate: false },
  // Two processes, each with a system for its files: much of the time is spent waiting for one's own writes.
  {
    name: 'e2e',
    testTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
    globalSetup: ['test/support/shared-system.ts'],
  },
  // One system and one Chromium for all files; each test has screens of its own.
  {
    name: 'browser',
    testTimeout: 180_000,
    maxWorkers: 1,
    isolate: false,
    globalSetup: ['test/support/shared-system.ts', 'test/support/browser/shared-browser.ts'],
  },
  { name: 'faults', testTimeout: 600_000, maxWorkers: 1 },
];

/** One project per level; `npm test` runs all but the fault campaign. Random seeds are printed by the tests. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.trace/last-run.json' }]],
    projects: levels.map((level, groupOrder) => ({
      test: {
        ...level,
        globalSetup: [...(level.globalSetup ?? [])],
        include: [`test/${level.name}/**/*.test.ts`],
        hookTimeout: level.testTimeout * 2,
        environment: 'node' as const,
        sequence: { groupOrder },
      },
    })),
  },
});

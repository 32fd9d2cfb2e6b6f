import { defineConfig } from 'vitest/config';

/** One project per level; `npm test` runs all but the fault campaign. Random seeds are printed by the tests. */
const level = (
  name: string,
  testTimeout: number,
  maxWorkers: number,
  more: { readonly isolate?: false; readonly globalSetup?: string } = {},
) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: testTimeout * 2,
    maxWorkers,
    environment: 'node' as const,
    ...more,
  },
});

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.trace/last-run.json' }]],
    projects: [
      level('unit', 10_000, 2),
      // One process: the files share one synthesis.
      level('infra', 60_000, 1, { isolate: false }),
      level('integration', 30_000, 1),
      // One system for all files, in one process.
      level('e2e', 60_000, 1, { isolate: false, globalSetup: 'test/support/shared-system.ts' }),
      level('faults', 600_000, 1),
    ],
  },
});

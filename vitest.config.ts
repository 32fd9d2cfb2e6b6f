import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

interface Level {
  readonly name: string;
  /** With the level before it, each taking a free process. */
  readonly alongside?: true;
  readonly testTimeout: number;
  readonly maxWorkers: number;
  readonly isolate?: false;
  readonly globalSetup?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const system = 'test/support/shared-system.ts';
const chromium = 'test/support/browser/shared-browser.ts';
/** Times of the console as people feel them: nothing else may run meanwhile. */
const budgets = ['test/browser/budgets.test.ts'];

/**
 * Levels run one after another, in this order, but for those that share a place; files of one level share their process,
 * one after another.
 */
const levels: readonly Level[] = [
  { name: 'unit', testTimeout: 60_000, maxWorkers: 2, isolate: false },
  { name: 'infra', alongside: true, testTimeout: 60_000, maxWorkers: 2, isolate: false },
  // Each file starts what it needs, on ports of its own.
  { name: 'integration', alongside: true, testTimeout: 120_000, maxWorkers: 2, isolate: false },
  // Two processes, each with a system for its files: much of the time is spent waiting for one's own writes.
  { name: 'e2e', testTimeout: 60_000, maxWorkers: 2, isolate: false, globalSetup: [system] },
  // The same, and one Chromium for all files; each test has screens of its own.
  {
    name: 'browser',
    testTimeout: 180_000,
    maxWorkers: 2,
    isolate: false,
    globalSetup: [system, chromium],
    exclude: budgets,
  },
  {
    name: 'budgets',
    testTimeout: 180_000,
    maxWorkers: 1,
    isolate: false,
    globalSetup: [system, chromium],
    include: budgets,
  },
  // Every page, every person at every operation, every field, whole lives, clocks that are moved: `npm run test:long`.
  {
    name: 'long',
    testTimeout: 180_000,
    maxWorkers: 2,
    isolate: false,
    globalSetup: [system, chromium],
  },
  // Each file has a system of its own, and waits for it more than it works: `npm run test:faults`.
  { name: 'faults', testTimeout: 600_000, maxWorkers: 2 },
];

/**
 * Begun first: the long ones, or one process would still be at them when the other has long been done, and one that
 * moves the clock past whatever other files leave open, all of which would then be reminded of.
 */
const first = [
  'infra/assembly',
  'integration/functions/tenancy/admin-commands',
  'browser/county-application',
  'long/reminders',
  'long/calendar',
  'long/browser/every-page',
  'long/runtime-lifecycle',
  'long/access-matrix',
  'long/lifecycle-demo',
  'faults/kill-at-every-write',
  'faults/journeys',
  'faults/acts',
];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = new Map(first.map((name, place) => [name, place]));
    const placeOf = ({ moduleId }: TestSpecification) =>
      places.get(/test\/(.*)\.test\.ts$/.exec(moduleId)?.[1] ?? '') ?? first.length;
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** What `npm run trace` reads is of `npm test` alone. */
const reports: Readonly<Record<string, string>> = { 'test:long': 'last-long', 'test:faults': 'last-faults' };
const report = reports[process.env['npm_lifecycle_event'] ?? ''] ?? 'last-run';

/** The number by which vitest orders what it runs at once. */
const groupOf = (at: number): number => levels.slice(0, at + 1).filter(({ alongside }) => !alongside).length;

/** One project per level; `npm test` runs all but the last two. Random seeds are printed by the tests. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: `.trace/${report}.json` }]],
    sequence: { sequencer: InOrder },
    projects: levels.map(({ alongside: _, globalSetup = [], include, exclude = [], ...level }, at) => ({
      test: {
        ...level,
        globalSetup: [...globalSetup],
        include: [...(include ?? [`test/${level.name}/**/*.test.ts`])],
        exclude: [...exclude],
        hookTimeout: level.testTimeout * 2,
        environment: 'node' as const,
        // `FAULT_ONLY` names one point: most files of the campaign have none of it.
        passWithNoTests: process.env['FAULT_ONLY'] !== undefined,
        sequence: { groupOrder: groupOf(at) },
      },
    })),
  },
});

import * as z from 'zod/mini';

const assertion = z.object({ fullName: z.string(), status: z.string() });

/** What the trace reads of vitest's JSON report; projects of one run stand in one report. */
const report = z.object({
  startTime: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(assertion) })),
});

/** A test that names clauses in its title, and whether it passed. */
export interface Claim {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly state: 'passed' | 'failed' | 'skipped';
}

export interface TestRun {
  /** Epoch milliseconds at which the run began. */
  readonly startedAt: number;
  readonly tests: number;
  readonly claims: readonly Claim[];
}

const bracketed = /\[([^\]]*)\]/g;
const looksLikeClause = /^(yc|kf|local)-/;

/** Clause ids in a title: `[yc-cloud-17-2]`, several one after the other or in one pair of brackets. */
export const clausesInTitle = (title: string): readonly string[] =>
  [...title.matchAll(bracketed)]
    .flatMap(([, inside = '']) => inside.split(/[\s,、]+/))
    .filter((token) => looksLikeClause.test(token));

const stateOf = (status: string): Claim['state'] =>
  status === 'passed' || status === 'failed' ? status : 'skipped';

/** Reads a JSON report; throws when it isn't one. */
export const readClaims = (json: unknown): TestRun => {
  const { startTime, testResults } = z.parse(report, json);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const claims = tests
    .map(({ fullName, status }) => ({
      title: fullName,
      clauses: clausesInTitle(fullName),
      state: stateOf(status),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  return { startedAt: startTime, tests: tests.length, claims };
};

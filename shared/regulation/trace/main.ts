import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clauses } from '../clause-table.ts';
import { printLacking, printTrace } from './print-trace.ts';
import { readClaims, type TestRun } from './read-claims.ts';
import { requiredProof, type Trace, weighClaims } from './weigh-claims.ts';

/** `npm run trace [-- --require wave:application]`: what the last test run proves of the regulations. */
const reportPath = '.trace/last-run.json';

const readRun = (): TestRun | undefined => {
  try {
    return readClaims(JSON.parse(readFileSync(reportPath, 'utf8')));
  } catch (cause) {
    console.error(`No readable test report at ${reportPath}; run \`npm test\` first.`);
    console.error(cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
};

const requirementsMet = (trace: Trace, requirements: readonly string[]): boolean =>
  requirements
    .map((requirement) => {
      const proof = requiredProof(trace, requirement);
      if (proof === undefined)
        console.error(`${requirement}: no such wave or capability; use wave:<name> or capability:<name>`);
      else if (proof.unproven.length > 0) console.error(printLacking(requirement, proof));
      else console.log(`${requirement}: all ${proof.total} obligations are proven`);
      return proof?.unproven.length === 0;
    })
    .every(Boolean);

const main = (): number => {
  const { values } = parseArgs({ options: { require: { type: 'string', multiple: true, default: [] } } });
  const run = readRun();
  if (run === undefined) return 2;
  const trace = weighClaims(clauses, run.claims);
  console.log(
    `${run.claims.length} of ${run.tests} tests name clauses; run of ${new Date(run.startedAt).toISOString()}\n`,
  );
  console.log(printTrace(trace));
  console.log('');
  for (const { id, title } of trace.unknown) console.error(`unknown clause ${id} in “${title}”`);
  const met = requirementsMet(trace, values.require);
  return met && trace.unknown.length === 0 ? 0 : 1;
};

process.exitCode = main();

import { parseArgs } from 'node:util';
import { readTarget } from './read-target.ts';
import { synthesize } from './synthesize.ts';

/**
 * `node infra/app.ts [--output <folder>]`. The CDK CLI runs it without arguments and says in `CDK_OUTDIR` where
 * the assembly goes, in `CDK_DEFAULT_ACCOUNT` and `CDK_DEFAULT_REGION` for whom; without credentials there is no
 * account, and the templates carry the placeholder that emulators use.
 */
const { values } = parseArgs({ options: { output: { type: 'string', short: 'o' } } });

const { directory } = await synthesize({
  ...(values.output === undefined ? {} : { output: values.output }),
  ...readTarget(process.env),
});
console.error(`Synthesized to ${directory}`);

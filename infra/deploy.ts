import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { declaredParameters } from './declared-parameters.ts';
import { scopeParameters } from './scope-parameters.ts';
import { synthesize } from './synthesize.ts';

/**
 * `npm run deploy -- <parameters.json> --account <id> --region <region> [--print] [-- <options of cdk deploy>]`:
 * synthesizes for that account and region, gives each stack the parameters that it asks for, and deploys all of them.
 * `--print` only tells the command. docs/deploy.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    account: { type: 'string' },
    region: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const [file, ...options] = positionals;

function refuse(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(2);
}

if (file === undefined || !/^\d{12}$/.test(values.account ?? '') || !values.region)
  refuse('npm run deploy -- <parameters.json> --account <12 digits> --region <region> [--print]');
const { account = '', region = '' } = values;
const given = z.record(z.string(), z.string()).safeParse(JSON.parse(readFileSync(file, 'utf8')));
if (!given.success) refuse(`${file}: one object, each value a text`, z.prettifyError(given.error));

const output = join(import.meta.dirname, '..', '.cache', 'deploy', `${account}-${region}`);
await synthesize({ output, account, region });
const { scoped, problems } = scopeParameters(given.data, declaredParameters(output));
if (problems.length > 0) refuse(...problems);

const command = [
  'deploy',
  '--all',
  '--app',
  output,
  ...scoped.flatMap((parameter) => ['--parameters', parameter]),
  ...options,
];
if (values.print) console.log(['npx', 'cdk', ...command].join(' '));
else {
  const cdk = join(import.meta.dirname, '..', 'node_modules', '.bin', 'cdk');
  const { status } = spawnSync(cdk, command, {
    stdio: 'inherit',
    env: { ...process.env, AWS_REGION: region },
  });
  process.exitCode = status ?? 1;
}

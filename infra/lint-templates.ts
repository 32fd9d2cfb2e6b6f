import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from './synthesize.ts';

/** `npm run lint:templates`: the templates for each region under cfn-lint, as its region sees them. */
const regions = ['us-east-1', 'cn-north-1', 'cn-northwest-1'];

/** CDK writes a DependsOn beside each reference to a role; harmless and not ours to change. */
const ignored = ['W3005'];

function lint(folder: string, region: string): boolean {
  const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
  const run = spawnSync(
    'cfn-lint',
    ['--regions', region, '--ignore-checks', ...ignored, '--', ...templates],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  if (run.error) throw new Error(`cfn-lint could not be run (${run.error.message}): pip install cfn-lint`);
  console.log(`${region}: ${templates.length} templates, ${run.status === 0 ? 'no finding' : 'see above'}`);
  return run.status === 0;
}

const passed: boolean[] = [];
for (const region of regions) {
  const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-lint-'));
  try {
    await synthesize({ output: folder, account: '000000000000', region });
    passed.push(lint(folder, region));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (passed.includes(false)) process.exitCode = 1;

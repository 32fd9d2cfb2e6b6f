import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declaredParameters } from '#infra/declared-parameters.ts';
import { scopeParameters } from '#infra/scope-parameters.ts';
import { firstPart, type Manual, readManual } from '#test/support/deploy-manual.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const manuals: readonly Manual[] = ['docs/deploy.md', 'docs/deploy.zh-CN.md'].map(readManual);

const readJson = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const scoped = async (given: Record<string, string>) =>
  scopeParameters(given, declaredParameters((await synthesizedApp()).folder));

describe('a parameter of the deployment', () => {
  it('is given once and reaches every stack that asks for it, and no other', async () => {
    const { scoped: told, problems } = await scoped(manuals[0]?.parameters ?? {});
    expect(problems).toEqual([]);
    const stacksOf = (name: string) =>
      told
        .filter((one) => one.includes(`:${name}=`))
        .map(firstPart)
        .sort();
    expect(stacksOf('PublicBaseUrl')).toEqual(['YunwangtongApi', 'YunwangtongData', 'YunwangtongWorkflows']);
    expect(stacksOf('OidcIssuer')).toEqual(['YunwangtongApi']);
    expect(stacksOf('AnchorLockMode')).toEqual(['YunwangtongData']);
  });

  it('is named when it is unknown, missing, or an address that would break links and uploads', async () => {
    const given = manuals[0]?.parameters ?? {};
    const { OidcIssuer: _left, ...without } = given;
    const problemsOf = async (parameters: Record<string, string>) => (await scoped(parameters)).problems;
    expect(await problemsOf(without)).toEqual(['OidcIssuer is missing: it has no default.']);
    expect((await problemsOf({ ...given, PublicBaseURL: 'x' })).join()).toContain('PublicBaseURL');
    for (const address of ['https://gov.example/', 'https://gov.example/console', 'gov.example'])
      expect((await problemsOf({ ...given, PublicBaseUrl: address })).join()).toContain('PublicBaseUrl');
  });
});

describe.each(manuals)('$file', ({ file, parameters, commands, text }) => {
  it('tells parameters that the stacks have, every one without a default, and what comes out', async () => {
    expect((await scoped(parameters)).problems).toEqual([]);
    const { folder } = await synthesizedApp();
    const needed = declaredParameters(folder).flatMap(({ parameters: asked }) =>
      Object.entries(asked).flatMap(([name, { Default }]) => (Default === undefined ? [name] : [])),
    );
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(needed));
    const deploys = commands.filter((command) => command.startsWith('npm run deploy'));
    expect(deploys.map((command) => command.includes('--region cn-'))).toEqual([true, false]);
    const api = JSON.parse(readFileSync(join(folder, 'YunwangtongApi.template.json'), 'utf8'));
    expect(Object.keys(api.Outputs)).toContain('ApiUrl');
    expect(text).toContain('`ApiUrl`');
  });

  it('is reached from the README of its language', () => {
    const readme = file === 'docs/deploy.md' ? 'README.md' : 'README.zh-CN.md';
    expect(readFileSync(join(import.meta.dirname, '../..', readme), 'utf8')).toContain(`(${file})`);
  });
});

it('both manuals tell the same commands', () => {
  const [english, chinese] = manuals.map(({ commands }) =>
    commands.map((command) => command.replace(/<[^>]+>/g, '…')),
  );
  expect(chinese).toEqual(english);
});

describe('the deploy contract', () => {
  it('asks where people sign in and is answered at, and tells where everything is', async () => {
    const { folder } = await synthesizedApp();
    const templates = readdirSync(folder)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => readJson(folder, file));
    const names = (what: 'Parameters' | 'Outputs') =>
      templates.flatMap((template) => Object.keys(template[what] ?? {}));
    expect(names('Parameters')).toEqual(
      expect.arrayContaining(['OidcIssuer', 'OidcAudience', 'OidcJwksUrl', 'PublicBaseUrl']),
    );
    expect(names('Outputs')).toEqual(
      expect.arrayContaining(['ApiUrl', 'TableName', 'FilesBucket', 'AnchorsBucket', 'ApprovalMachineArn']),
    );
  });
});

describe('the command', () => {
  it('writes where it is told, for whom it is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-synth-'));
    try {
      execFileSync(process.execPath, ['infra/app.ts', '--output', folder], {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, CDK_DEFAULT_ACCOUNT: '444455556666', CDK_DEFAULT_REGION: 'cn-northwest-1' },
        stdio: 'pipe',
      });
      expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain(
        'aws://444455556666/cn-northwest-1',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declaredParameters } from '#infra/declared-parameters.ts';
import { scopeParameters } from '#infra/scope-parameters.ts';
import { firstPart, type Manual, readManual } from '#test/support/deploy-manual.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const manuals: readonly Manual[] = ['docs/deploy.md', 'docs/deploy.zh-CN.md'].map(readManual);

const scoped = async (given: Record<string, string>, region = 'cn-north-1') =>
  scopeParameters(given, declaredParameters((await synthesizedApp(region)).folder));

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
  it.each(['us-east-1', 'cn-north-1'])('tells parameters that the stacks for %s have', async (region) => {
    expect((await scoped(parameters, region)).problems).toEqual([]);
  });

  it('tells every parameter that has no default, in both partitions, and what comes out', async () => {
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

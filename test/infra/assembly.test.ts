import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const readJson = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Every statement of every policy document in the templates, however it is attached. */
function statementsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { Statement } = value as { Statement?: Record<string, unknown>[] };
  return Statement ?? Object.values(value).flatMap(statementsIn);
}

/** Nothing else may come in unnoticed: each type is one more thing to run, to pay and to emulate. */
const resourceTypes = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::StepFunctions::StateMachine',
];

describe.each(['us-east-1', 'cn-north-1'])('the app synthesized for %s', (region) => {
  it('has no finding of any rule that is not acknowledged with a reason', async () => {
    const { folder } = await synthesizedApp(region);
    const { pluginReports } = readJson(folder, 'validation-report.json');
    expect(pluginReports.flatMap(({ violations }: { violations: unknown[] }) => violations)).toEqual([]);
  });

  it('addresses the account and region it is asked for', async () => {
    const { folder } = await synthesizedApp(region);
    const artifacts: { type: string; environment?: string }[] = Object.values(
      readJson(folder, 'manifest.json').artifacts,
    );
    const stacks = artifacts.filter(({ type }) => type === 'aws:cloudformation:stack');
    expect(new Set(stacks.map(({ environment }) => environment))).toEqual(
      new Set([`aws://111122223333/${region}`]),
    );
  });

  it('names resources by the partition of the region only', async () => {
    const { resources } = await synthesizedApp(region);
    const arns = JSON.stringify(resources).match(/arn:aws[a-z-]*:/g) ?? [];
    expect(new Set(arns)).toEqual(new Set([region === 'cn-north-1' ? 'arn:aws-cn:' : 'arn:aws:']));
  });

  it('is made of the known resource types and no custom resource', async () => {
    const { resources } = await synthesizedApp(region);
    expect([...new Set(resources.map(({ type }) => type))].sort()).toEqual(resourceTypes);
  });

  it('allows no action by wildcard, and every resource only where AWS knows no other', async () => {
    const { resources } = await synthesizedApp(region);
    const allowed = statementsIn(resources).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(functionNames.length);
    const actions = allowed.flatMap(({ Action }) => Action as string | string[]);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    // Within a tenant's own prefix a wildcard stands for its cases; test/infra/files.test.ts judges those.
    const everywhere = allowed.filter(({ Resource }) =>
      JSON.stringify(Resource ?? '')
        .replace(/\/T\/\$\{aws:PrincipalTag\/city\}[^"]*\/\*"/g, '')
        .includes('*'),
    );
    expect(
      everywhere.flatMap(({ Action }) => Action as string[]).filter((a) => !/^(logs|xray):/.test(a)),
    ).toEqual([]);
  });
});

describe('the functions', () => {
  it('are all there under their fixed names, each with a role and an alarm of its own', async () => {
    const { ofType } = await synthesizedApp();
    const names = functionNames.map((name) => `yunwangtong-${name}`).sort();
    const named = (type: string, property: string) =>
      ofType(type).map(({ properties }) => String(properties[property]));
    expect(named('AWS::Lambda::Function', 'FunctionName').sort()).toEqual(names);
    expect(named('AWS::IAM::Role', 'RoleName')).toEqual(expect.arrayContaining(names));
    expect(named('AWS::CloudWatch::Alarm', 'AlarmName')).toEqual(
      expect.arrayContaining(names.map((name) => `${name}-errors`)),
    );
  });

  it('travel as one bundled module each, the same from the same sources', async () => {
    const [here, elsewhere] = [await synthesizedApp('cn-north-1'), await synthesizedApp('us-east-1')];
    const assets = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('asset.'));
    expect(assets(here.folder)).toHaveLength(functionNames.length);
    expect(assets(here.folder)).toEqual(assets(elsewhere.folder));
    for (const asset of assets(here.folder)) {
      expect(readdirSync(join(here.folder, asset))).toContain('index.mjs');
    }
  });

  it.each(functionNames)('%s starts in a bare process and exports its handler', async (name) => {
    const { deployment } = await synthesizedApp();
    const spec = deployment().functions.find((candidate) => candidate.name === `yunwangtong-${name}`);
    const module = pathToFileURL(join(String(spec?.folder), 'index.mjs')).href;
    const exported = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', `console.log(typeof (await import('${module}')).handler)`],
      { env: { ...spec?.environment, AWS_REGION: 'cn-north-1' }, encoding: 'utf8' },
    );
    expect(exported.trim()).toBe('function');
  });

  it('weigh at most 750 KiB each, the SDK in them', async () => {
    const { deployment } = await synthesizedApp();
    const weights = deployment().functions.map(({ name, folder }) => ({
      name,
      bytes: statSync(join(String(folder), 'index.mjs')).size,
    }));
    expect(weights.length).toBe(functionNames.length);
    expect(weights.filter(({ bytes }) => bytes > 750 * 1024)).toEqual([]);
  });

  it('find a runbook behind every alarm', async () => {
    const { ofType } = await synthesizedApp();
    const runbooks = ofType('AWS::CloudWatch::Alarm').map(
      ({ properties }) => /docs\/runbooks\/[a-z-]+\.md$/.exec(String(properties['AlarmDescription']))?.[0],
    );
    const root = join(import.meta.dirname, '../..');
    for (const runbook of runbooks) {
      expect(runbook).toBeDefined();
      expect(readFileSync(join(root, String(runbook)), 'utf8')).toMatch(/^# /);
    }
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

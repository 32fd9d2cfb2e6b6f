import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { declaredParameters } from '#infra/declared-parameters.ts';
import { functionNames } from '#infra/function-entries.ts';
import { scopeParameters } from '#infra/scope-parameters.ts';
import { evaluatePolicies } from '#local/aws/policy/evaluate-policies.ts';
import { readManual } from '#test/support/deploy-manual.ts';
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

describe.each(['us-east-1', 'cn-north-1', 'cn-northwest-1'])('the app synthesized for %s', (region) => {
  it('has no finding of any rule that is not acknowledged with a reason', async () => {
    const { folder } = await synthesizedApp(region);
    const { pluginReports } = readJson(folder, 'validation-report.json');
    expect(pluginReports.flatMap(({ violations }: { violations: unknown[] }) => violations)).toEqual([]);
  });

  it('takes the parameters that the manual of the deployment tells', async () => {
    const { folder } = await synthesizedApp(region);
    const { parameters } = readManual('docs/deploy.md');
    expect(scopeParameters(parameters, declaredParameters(folder)).problems).toEqual([]);
  });

  it('addresses the account and region it is asked for', async () => {
    const { folder, account } = await synthesizedApp(region);
    const artifacts: { type: string; environment?: string }[] = Object.values(
      readJson(folder, 'manifest.json').artifacts,
    );
    const stacks = artifacts.filter(({ type }) => type === 'aws:cloudformation:stack');
    expect(new Set(stacks.map(({ environment }) => environment))).toEqual(
      new Set([`aws://${account}/${region}`]),
    );
  });

  it('names resources by the partition of the region only', async () => {
    const { resources } = await synthesizedApp(region);
    const arns = JSON.stringify(resources).match(/arn:aws[a-z-]*:/g) ?? [];
    expect(new Set(arns)).toEqual(new Set([region.startsWith('cn-') ? 'arn:aws-cn:' : 'arn:aws:']));
  });

  it('is made of the known resource types and no custom resource', async () => {
    const { resources } = await synthesizedApp(region);
    expect([...new Set(resources.map(({ type }) => type))].sort()).toEqual(resourceTypes);
  });

  it('asks of Lambda what the region has: tracing, and leave for who sends itself the next page', async () => {
    const { ofType, resources } = await synthesizedApp(region);
    const inChina = region.startsWith('cn-');
    const functions = ofType('AWS::Lambda::Function').map(({ properties }) => properties);
    const traced = functions.filter(({ TracingConfig }) => TracingConfig !== undefined);
    expect(traced).toHaveLength(inChina ? 0 : functionNames.length);
    const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
    const mayTrace = roles.filter(({ properties }) => JSON.stringify(properties).includes('xray:'));
    expect(mayTrace).toHaveLength(
      ofType('AWS::StepFunctions::StateMachine').length + (inChina ? 0 : functionNames.length),
    );
    const mayLoop = functions.filter(({ RecursiveLoop }) => RecursiveLoop === 'Allow');
    expect(mayLoop.map(({ FunctionName }) => FunctionName).sort()).toEqual(
      inChina
        ? []
        : ['yunwangtong-calendar-recompute', 'yunwangtong-desks-hand-over', 'yunwangtong-exports-build'],
    );
  });

  it('lets every function that reads a queue and sends to the same one do so for longer than sixteen pages', async () => {
    const { ofType, deployment } = await synthesizedApp(region);
    if (region.startsWith('cn-')) return;
    const { functions, roles, queueSources } = deployment();
    const sendsItself = functions.filter(({ name, roleArn }) => {
      const role = roles.find(({ arn }) => arn === roleArn);
      return queueSources.some(
        ({ functionName, queueArn }) =>
          functionName === name &&
          evaluatePolicies(role?.statements ?? [], {
            action: 'sqs:SendMessage',
            resource: queueArn,
            context: {},
          }) === 'allow',
      );
    });
    const allowed = ofType('AWS::Lambda::Function').filter(
      ({ properties }) => properties['RecursiveLoop'] === 'Allow',
    );
    expect(sendsItself.map(({ name }) => name).sort()).toEqual(
      allowed.map(({ properties }) => properties['FunctionName']).sort(),
    );
  });

  it('allows no action by wildcard, and every resource only where AWS knows no other', async () => {
    const { resources } = await synthesizedApp(region);
    const allowed = statementsIn(resources).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(functionNames.length);
    const actions = allowed.flatMap(({ Action }) => Action as string | string[]);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    // Within a tenant's own prefix a wildcard stands for its cases, in the locked bucket for its anchors;
    // test/infra/files.test.ts and anchors.test.ts judge those.
    const everywhere = allowed.filter(({ Resource }) =>
      JSON.stringify(Resource ?? '')
        .replace(/\/T\/\$\{aws:PrincipalTag\/city\}[^"]*\/\*"/g, '')
        .replace(/yunwangtong-anchors-[^"]*\/T\/\*"/g, '')
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

  it('import nothing that is not in the bundle or in Node itself', async () => {
    const { deployment } = await synthesizedApp();
    for (const { name, folder } of deployment().functions) {
      const { metafile } = await build({
        entryPoints: [join(String(folder), 'index.mjs')],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'silent',
      });
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
      expect([name, Object.keys(metafile.inputs).length]).toEqual([name, 1]);
      expect(imports.filter(({ path, external }) => !external || !isBuiltin(path))).toEqual([]);
      const code = readFileSync(join(String(folder), 'index.mjs'), 'utf8');
      const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => String(module));
      // The S3 client's advice on what to install for multi-region access points is a sentence, not a call.
      const called = required.filter((module) => module !== '@aws-sdk/signature-v4-crt');
      expect(called.filter((module) => !isBuiltin(module))).toEqual([]);
    }
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

describe('the machines', () => {
  it('use state types that every interpreter of Amazon’s States Language knows', async () => {
    const { deployment } = await synthesizedApp();
    for (const { definition } of deployment().machines) {
      const { States } = definition as { States: Record<string, { Type: string }> };
      const types = Object.values(States).map(({ Type }) => Type);
      expect(types.filter((type) => !['Task', 'Choice', 'Pass', 'Succeed', 'Fail'].includes(type))).toEqual(
        [],
      );
    }
  });
});

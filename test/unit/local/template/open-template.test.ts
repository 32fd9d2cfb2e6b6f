import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assembly } from '#local/template/load-assembly.ts';
import { OpenTemplates } from '#local/template/open-template.ts';
import { arnOf, byName, defineKind, inert } from '#local/template/resource-kind.ts';

const thing = defineKind({
  type: 'Test::Thing',
  nameProperty: 'Name',
  ref: byName,
  attributes: { Arn: (resource) => arnOf(resource, 'sqs', resource.name) },
  properties: z.strictObject({ Name: z.string().optional(), Value: inert, Tags: inert }),
});

interface StackParts {
  readonly resources?: Record<string, object>;
  readonly outputs?: Assembly['stacks'][number]['template']['Outputs'];
  readonly parameters?: Assembly['stacks'][number]['template']['Parameters'];
}

function setup(stacks: Record<string, StackParts>) {
  const assembly: Assembly = {
    assetFolders: new Map(),
    stacks: Object.entries(stacks).map(([name, { resources = {}, outputs = {}, parameters = {} }]) => ({
      name,
      account: '000000000000',
      region: 'cn-north-1',
      template: {
        Parameters: parameters,
        Outputs: outputs,
        Resources: Object.fromEntries(
          Object.entries(resources).map(([id, resource]) => [
            id,
            { Type: 'Test::Thing', Properties: {}, ...resource },
          ]),
        ),
      },
    })),
  };
  const open = () =>
    new OpenTemplates(assembly, [thing], {
      partition: 'aws-cn',
      awsEndpoint: 'http://127.0.0.1:1',
      parameters: { Given: 'given' },
    });
  /** The resolved `Value` of the thing `It`. */
  const valueOfIt = () =>
    open()
      .find(thing)
      .find(({ logicalId }) => logicalId === 'It')?.properties.Value;
  return { open, valueOfIt };
}

const withValue = (Value: unknown, more: StackParts = {}) =>
  setup({
    Main: {
      ...more,
      resources: {
        It: { Properties: { Value } },
        Other: { Properties: { Name: 'other' } },
        ...more.resources,
      },
    },
  });

const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

describe('intrinsic functions', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Other' }, 'other'],
    ['Ref to a resource without a name', { Ref: 'It' }, 'Main-It'],
    [
      'Ref to pseudo parameters',
      join({ Ref: 'AWS::Partition' }, ':', { Ref: 'AWS::Region' }),
      'aws-cn:cn-north-1',
    ],
    ['the domain of a China region', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com.cn'],
    ['GetAtt', { 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn:aws-cn:sqs:cn-north-1:000000000000:other'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Other.Arn' }, 'arn:aws-cn:sqs:cn-north-1:000000000000:other'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Other' }, 1]] }, 'a-other-1'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [
      'Sub',
      { 'Fn::Sub': `\${AWS::Region}/\${Other}/\${Other.Arn}/\${!kept}` },
      `cn-north-1/other/arn:aws-cn:sqs:cn-north-1:000000000000:other/\${kept}`,
    ],
    ['Sub with own names', { 'Fn::Sub': [`\${a}\${b}`, { a: 'x', b: { Ref: 'Other' } }] }, 'xother'],
    ['a policy variable, which is no reference', `\${aws:PrincipalTag/city}`, `\${aws:PrincipalTag/city}`],
    ['values inside lists and objects', [{ a: { Ref: 'Other' } }], [{ a: 'other' }]],
    ['NoValue inside an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    ['NoValue inside a list', [{ Ref: 'AWS::NoValue' }, 1], [1]],
  ])('resolves %s', (_case, value, expected) => {
    expect(withValue(value).valueOfIt()).toEqual(expected);
  });

  it.each([
    ['an unknown function', { 'Fn::Cidr': ['10.0.0.0/8', 1] }, 'Unsupported intrinsic Fn::Cidr'],
    ['a condition', { 'Fn::If': ['Yes', 1, 2] }, 'Unsupported intrinsic Fn::If'],
    ['a missing resource', { Ref: 'Nobody' }, 'Nobody (missing)'],
    ['an unknown attribute', { 'Fn::GetAtt': ['Other', 'Url'] }, 'Other.Url'],
    ['an export that nobody has', { 'Fn::ImportValue': 'x' }, 'No stack exports x'],
    ['an index beyond the list', { 'Fn::Select': [3, ['a']] }, 'Fn::Select'],
    ['an object where text is due', join({ a: { b: 1 } }), 'text expected'],
  ])('refuses %s, naming its place', (_case, value, words) => {
    const { valueOfIt } = withValue(value);
    expect(valueOfIt).toThrow(words);
    expect(valueOfIt).toThrow('Main/It');
  });
});

describe('parameters', () => {
  const parameters = {
    Given: { Type: 'String' },
    Defaulted: { Type: 'String', Default: 'default' },
    Missing: { Type: 'String' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/path' },
  };
  it('takes the given value, then the default', () => {
    const value = [{ Ref: 'Given' }, { Ref: 'Defaulted' }];
    expect(withValue(value, { parameters }).valueOfIt()).toEqual(['given', 'default']);
  });
  it.each(['Missing', 'Stored'])('refuses %s, which has no value here', (name) => {
    expect(withValue({ Ref: name }, { parameters }).valueOfIt).toThrow(`Parameter ${name}`);
  });
});

describe('exports', () => {
  it('are looked up across stacks, whichever comes first', () => {
    const { valueOfIt } = setup({
      Consumer: { resources: { It: { Properties: { Value: { 'Fn::ImportValue': 'Producer:Arn' } } } } },
      Producer: {
        resources: { Source: { Properties: { Name: 'source' } } },
        outputs: { Arn: { Value: { 'Fn::GetAtt': ['Source', 'Arn'] }, Export: { Name: 'Producer:Arn' } } },
      },
    });
    expect(valueOfIt()).toBe('arn:aws-cn:sqs:cn-north-1:000000000000:source');
  });

  it('that refer to themselves are refused', () => {
    const loop = { Value: { 'Fn::ImportValue': 'Loop' }, Export: { Name: 'Loop' } };
    const { valueOfIt } = withValue({ 'Fn::ImportValue': 'Loop' }, { outputs: { Loop: loop } });
    expect(valueOfIt).toThrow('refers to itself');
  });
});

describe('what would be ignored', () => {
  it('refuses an unknown property by name', () => {
    const { open } = setup({ Main: { resources: { It: { Properties: { Retries: 3 } } } } });
    expect(() => open().find(thing)).toThrow(/Main\/It.*\n.*"Retries"/);
  });
  it('refuses an unknown resource type', () => {
    const { open } = setup({ Main: { resources: { It: { Type: 'AWS::S3::Bucket' } } } });
    expect(open).toThrow('Main/It: unsupported resource type AWS::S3::Bucket');
  });
  it('refuses a resource under a condition', () => {
    const { open } = setup({ Main: { resources: { It: { Condition: 'Yes' } } } });
    expect(open).toThrow('Main/It: Condition');
  });
  it('lets types pass that are known to be inert', () => {
    const { open } = setup({ Main: { resources: { It: { Type: 'AWS::CloudWatch::Alarm' } } } });
    expect(open).not.toThrow();
  });
});

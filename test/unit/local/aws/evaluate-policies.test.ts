import { describe, expect, it } from 'vitest';
import { evaluatePolicies, evaluateTrust } from '#local/aws/policy/evaluate-policies.ts';
import { readPolicyDocument } from '#local/aws/policy/read-policy-document.ts';

const table = 'arn:aws:dynamodb:cn-north-1:1:table/t';
const tag = (name: string) => `\${aws:PrincipalTag/${name}}`;
const read = (...statements: unknown[]) =>
  readPolicyDocument({ Version: '2012-10-17', Statement: statements }, 'test');

const county = read({
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: [table, `${table}/index/*`],
  Condition: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`T#${tag('city')}/${tag('county')}#*`] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
});
const dafeng = { 'aws:principaltag/city': ['yancheng'], 'aws:principaltag/county': ['dafeng'] };
const withKeys = (...keys: string[]) => ({ ...dafeng, 'dynamodb:leadingkeys': keys });

describe('the fence by leading keys', () => {
  it.each([
    ['its own key', 'dynamodb:GetItem', table, withKeys('T#yancheng/dafeng#C#1'), 'allow'],
    [
      'an index of the table',
      'dynamodb:Query',
      `${table}/index/worklist`,
      withKeys('T#yancheng/dafeng#W#x'),
      'allow',
    ],
    [
      'several own keys',
      'dynamodb:GetItem',
      table,
      withKeys('T#yancheng/dafeng#1', 'T#yancheng/dafeng#2'),
      'allow',
    ],
    ["another county's key", 'dynamodb:GetItem', table, withKeys('T#yancheng/dongtai#C#1'), 'none'],
    [
      'one foreign key among own ones',
      'dynamodb:GetItem',
      table,
      withKeys('T#yancheng/dafeng#1', 'S#x'),
      'none',
    ],
    [
      'a name that only begins like its own',
      'dynamodb:GetItem',
      table,
      withKeys('T#yancheng/dafeng2#1'),
      'none',
    ],
    ['no keys at all (Scan)', 'dynamodb:GetItem', table, dafeng, 'none'],
    ['an action that is not listed', 'dynamodb:PutItem', table, withKeys('T#yancheng/dafeng#1'), 'none'],
    ['another table', 'dynamodb:GetItem', `${table}2`, withKeys('T#yancheng/dafeng#1'), 'none'],
    ['a session without tags', 'dynamodb:GetItem', table, { 'dynamodb:leadingkeys': ['T#/#1'] }, 'none'],
    [
      'a tag value with a wildcard, taken literally',
      'dynamodb:GetItem',
      table,
      { ...dafeng, 'aws:principaltag/county': ['*'], 'dynamodb:leadingkeys': ['T#yancheng/dongtai#1'] },
      'none',
    ],
  ] as const)('decides on %s', (_case, action, resource, context, verdict) => {
    expect(evaluatePolicies(county, { action, resource, context })).toBe(verdict);
  });

  it('lets a request without keys through when only ForAllValues stands there, as AWS does', () => {
    const loose = read({
      Effect: 'Allow',
      Action: 'dynamodb:Scan',
      Resource: table,
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['T#*'] } },
    });
    expect(evaluatePolicies(loose, { action: 'dynamodb:Scan', resource: table, context: {} })).toBe('allow');
  });
});

describe('effects and wildcards', () => {
  const statements = read(
    { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
    { Effect: 'Deny', Action: ['dynamodb:Scan', 'dynamodb:PartiQL*'], Resource: '*' },
  );
  it.each([
    ['dynamodb:GetItem', 'allow'],
    ['DynamoDB:getitem', 'allow'],
    ['dynamodb:Scan', 'deny'],
    ['dynamodb:PartiQLSelect', 'deny'],
    ['sqs:SendMessage', 'none'],
  ])('%s → %s', (action, verdict) => {
    expect(evaluatePolicies(statements, { action, resource: table, context: {} })).toBe(verdict);
  });
});

describe('conditions', () => {
  it.each([
    ['StringEquals', { 'aws:PrincipalTag/city': 'yancheng' }, dafeng, true],
    ['StringEquals', { 'aws:PrincipalTag/city': 'yan*' }, dafeng, false],
    ['StringEquals', { 'aws:PrincipalTag/city': 'x' }, {}, false],
    ['StringEqualsIfExists', { 'aws:PrincipalTag/city': 'x' }, {}, true],
    ['StringNotEquals', { 'aws:PrincipalTag/city': 'yancheng' }, dafeng, false],
    ['StringNotLike', { 'aws:PrincipalTag/city': 'kai*' }, dafeng, true],
    [
      'ForAllValues:StringEquals',
      { 'aws:TagKeys': ['city', 'county'] },
      { 'aws:tagkeys': ['city', 'x'] },
      false,
    ],
    ['ForAnyValue:StringEquals', { 'aws:TagKeys': ['city'] }, { 'aws:tagkeys': ['city', 'x'] }, true],
    ['ForAnyValue:StringEquals', { 'aws:TagKeys': ['city'] }, {}, false],
    ['Null', { 'aws:PrincipalTag/city': 'true' }, {}, true],
    ['Null', { 'aws:PrincipalTag/city': 'true' }, dafeng, false],
    ['Bool', { 'aws:SecureTransport': false }, { 'aws:securetransport': ['true'] }, false],
  ] as const)('%s %j', (operator, keys, context, expected) => {
    const statements = read({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { [operator]: keys } });
    const verdict = evaluatePolicies(statements, { action: 'sts:AssumeRole', resource: 'r', context });
    expect(verdict).toBe(expected ? 'allow' : 'none');
  });

  it('refuses to compare several values without a set operator', () => {
    const statements = read({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringLike: { 'dynamodb:LeadingKeys': 'T#*' } },
    });
    const request = { action: 'dynamodb:GetItem', resource: table, context: withKeys('T#1', 'T#2') };
    expect(() => evaluatePolicies(statements, request)).toThrow('ForAllValues');
  });
});

describe('what the evaluator does not know', () => {
  it.each([
    ['NotAction', { Effect: 'Allow', NotAction: 'x:y', Resource: '*' }],
    ['NotResource', { Effect: 'Allow', Action: 'x:y', NotResource: '*' }],
    [
      'NumericLessThan',
      { Effect: 'Allow', Action: '*', Resource: '*', Condition: { NumericLessThan: { a: '1' } } },
    ],
    [
      'aws:SourceIp',
      { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '1' } } },
    ],
  ])('refuses %s by name', (name, statement) => {
    expect(() => read(statement)).toThrow(name);
  });
});

describe('trust', () => {
  const role = 'arn:aws:iam::1:role/yunwangtong-cases';
  const trust = read({
    Effect: 'Allow',
    Principal: { AWS: [role] },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: { StringLike: { 'aws:RequestTag/city': '*' } },
  });
  it('admits the named role with the tag it must bring', () => {
    const context = { 'aws:requesttag/city': ['yancheng'] };
    expect(evaluateTrust(trust, [role], 'sts:AssumeRole', context)).toBe('allow');
  });
  it('refuses without the tag, and anyone else', () => {
    expect(evaluateTrust(trust, [role], 'sts:AssumeRole', {})).toBe('none');
    expect(evaluateTrust(trust, ['arn:aws:iam::1:role/other'], 'sts:TagSession', {})).toBe('none');
  });
  it('leaves statements for AWS services out', () => {
    const service = read({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
    expect(service).toEqual([]);
  });
});

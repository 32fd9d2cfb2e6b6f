import { describe, expect, it } from 'vitest';
import { demandPermission, matchesArn } from '#local/gateway/demand-permission.ts';
import { OpenTemplates } from '#local/template/open-template.ts';
import { allKinds } from '#local/template/resources/all-kinds.ts';

const api = 'arn:aws:execute-api:us-east-1:111122223333:a1';

/** A function `web` that lets `principal` in from `source`. */
const setup = (source: string, principal = 'apigateway.amazonaws.com') => {
  const resource = (Type: string, Properties: Record<string, unknown>) => ({ Type, Properties });
  const template = {
    Parameters: {},
    Outputs: {},
    Resources: {
      Web: resource('AWS::Lambda::Function', {
        FunctionName: 'web',
        Code: { S3Key: 'k' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: 'r',
      }),
      Permission: resource('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Web', 'Arn'] },
        Principal: principal,
        SourceArn: source,
      }),
    },
  };
  const stacks = [{ name: 'Main', account: '111122223333', region: 'us-east-1', template }];
  const placement = { partition: 'aws', awsEndpoint: 'http://127.0.0.1:9', parameters: {} };
  const demand = demandPermission(
    new OpenTemplates({ assetFolders: new Map(), stacks }, allKinds, placement),
  );
  return (call: string) => () => demand('route', 'web', `${api}/$default/${call}`);
};

describe('a function behind the gateway', () => {
  it.each(['GET/v1/cases', 'GET/v1/cases/{caseId}'])(
    'lets %s in by the pattern of methods and paths',
    (call) => {
      expect(setup(`${api}/*/*/*`)(call)).not.toThrow();
    },
  );

  it('is closed to $default by that pattern, which asks for one segment more than its source has', () => {
    expect(setup(`${api}/*/*/*`)('$default')).toThrow('web lets no call in');
    expect(setup(`${api}/*/*`)('$default')).not.toThrow();
  });

  it('is closed to the gateway when only somebody else, or another API, may call', () => {
    expect(setup(`${api}/*/*`, 'events.amazonaws.com')('$default')).toThrow();
    expect(setup(`${api}2/*/*`)('$default')).toThrow();
  });
});

describe('a pattern of an ARN', () => {
  it('is compared part by part, so that no star reaches from the account into the resource', () => {
    expect(matchesArn('arn:aws:execute-api:*:a1/*', 'arn:aws:execute-api:us-east-1:111122223333:a1/x')).toBe(
      false,
    );
    expect(
      matchesArn('arn:aws:execute-api:*:*:a?/*', 'arn:aws:execute-api:us-east-1:111122223333:a1/x'),
    ).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { evaluatePolicies } from '#local/aws/policy/evaluate-policies.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

async function setup() {
  const { deployment, ofType } = await synthesizedApp();
  const { roles, buckets } = deployment();
  const arn = buckets.find(({ name }) => name.startsWith('yunwangtong-anchors-'))?.arn ?? '';
  return {
    bucket: ofType('AWS::S3::Bucket').find(({ properties }) =>
      String(properties['BucketName']).startsWith('yunwangtong-anchors-'),
    ),
    silence: ofType('AWS::CloudWatch::Alarm').find(
      ({ properties }) => properties['AlarmName'] === 'yunwangtong-journal-anchor-silent',
    )?.properties,
    judge: (name: string, action: string, resource: string) =>
      evaluatePolicies(roles.find((role) => role.name === name)?.statements ?? [], {
        action: `s3:${action}`,
        resource: resource === '' ? arn : `${arn}/${resource}`,
        context: { 'aws:principaltag/city': ['yancheng'], 'aws:principaltag/county': ['dafeng'] },
      }),
    roleNames: roles.map(({ name }) => name),
  };
}

describe('the bucket of the anchors', () => {
  it('locks what is written there for years, for everybody unless a trial says otherwise, and is public to nobody', async () => {
    const { bucket } = await setup();
    expect(bucket?.properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: { Ref: 'AnchorLockMode' }, Days: expect.any(Number) } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('is written and read by one function, and its locks are nobody’s to lift', async () => {
    const { judge, roleNames } = await setup();
    const key = 'T/yancheng/dafeng/00000001.json';
    for (const action of ['PutObject', 'GetObject'])
      expect(roleNames.filter((name) => judge(name, action, key) === 'allow')).toEqual([
        'yunwangtong-journal-anchor',
      ]);
    for (const action of [
      'DeleteObject',
      'DeleteObjectVersion',
      'PutObjectRetention',
      'BypassGovernanceRetention',
      'PutBucketObjectLockConfiguration',
    ])
      for (const resource of [key, ''])
        expect(roleNames.filter((name) => judge(name, action, resource) === 'allow')).toEqual([]);
  });

  it('rings when no run has come for three hours, and when nothing is known', async () => {
    const { silence } = await setup();
    expect(silence).toMatchObject({
      Namespace: 'yunwangtong',
      MetricName: 'Logged',
      Dimensions: [{ Name: 'code', Value: 'anchor.done' }],
      Period: 3600,
      EvaluationPeriods: 3,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});

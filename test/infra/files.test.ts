import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { evaluatePolicies, evaluateTrust, type Verdict } from '#local/aws/policy/evaluate-policies.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

type Tags = Readonly<Record<string, string>>;
const dafeng = { city: 'yancheng', county: 'dafeng' };
const yancheng = { city: 'yancheng' };

async function setup() {
  const { deployment, ofType } = await synthesizedApp();
  const { roles, buckets, partition, account } = deployment();
  const [bucket] = buckets;
  const [made] = ofType('AWS::S3::Bucket');
  if (bucket === undefined || made === undefined) throw new Error('no bucket');
  const role = (name: string) => {
    const found = roles.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no role ${name}`);
    return found;
  };
  return {
    bucket,
    made,
    /** May a role, with these session tags, do this to the object under this key (without one: to the bucket)? */
    judge: (name: string, tags: Tags, action: string, key?: string): Verdict =>
      evaluatePolicies(role(name).statements, {
        action: `s3:${action}`,
        resource: key === undefined ? bucket.arn : `${bucket.arn}/${key}`,
        context: Object.fromEntries(
          Object.entries(tags).map(([tag, value]) => [`aws:principaltag/${tag}`, [value]]),
        ),
      }),
    trusted: (name: string) =>
      functionNames.filter((candidate) => {
        const arn = `arn:${partition}:iam::${account}:role/yunwangtong-${candidate}`;
        const callers = [arn, `arn:${partition}:iam::${account}:root`];
        const context = { 'aws:principalarn': [arn] };
        return evaluateTrust(role(name).trust, callers, 'sts:AssumeRole', context) === 'allow';
      }),
  };
}

const all = ['PutObject', 'PutObjectTagging', 'PutObjectVersionTagging', 'GetObject', 'GetObjectVersion'];

describe('the bucket', () => {
  it('is private, encrypted, versioned, kept, and lets only the console send files from a browser', async () => {
    const { made } = await setup();
    expect(made.deletionPolicy).toBe('RetainExceptOnCreate');
    expect(made.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: [{ Ref: 'PublicBaseUrl' }] }],
      },
    });
  });

  it('drops in a day what no case has claimed, and nothing else that is current', async () => {
    const { made } = await setup();
    const { Rules } = made.properties['LifecycleConfiguration'] as {
      Rules: Record<string, unknown>[];
    };
    const expiring = Rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined);
    expect(expiring).toMatchObject([
      { ExpirationInDays: 1, TagFilters: [{ Key: 'keep', Value: 'no' }], Status: 'Enabled' },
    ]);
  });

  it('is not spoken to in the clear, by nobody', async () => {
    const { bucket } = await setup();
    const speak = (secure: string) =>
      evaluatePolicies(bucket.denials, {
        action: 's3:GetObject',
        resource: `${bucket.arn}/T/yancheng/dafeng/a`,
        context: { 'aws:securetransport': [secure] },
      });
    expect([speak('true'), speak('false')]).toEqual(['none', 'deny']);
  });
});

describe('the files of a county', () => {
  it('are read and written by that county, and by no other', async () => {
    const { judge } = await setup();
    for (const action of all) {
      expect(judge('yunwangtong-data-county-files', dafeng, action, 'T/yancheng/dafeng/c/a')).toBe('allow');
      for (const key of ['T/yancheng/sheyang/c/a', 'T/yancheng/dafeng2/c/a', 'T/kaifeng/dafeng/c/a', 'x'])
        expect(judge('yunwangtong-data-county-files', dafeng, action, key)).toBe('none');
      expect(judge('yunwangtong-data-county-files', {}, action, 'T/yancheng/dafeng/c/a')).toBe('none');
    }
  });

  it('are read by their city, which also adds to its counties’ cases, and by no other city', async () => {
    const { judge } = await setup();
    const city = (action: string, key: string) => judge('yunwangtong-data-city-files', yancheng, action, key);
    for (const action of all) {
      for (const node of ['_city', 'dafeng']) expect(city(action, `T/yancheng/${node}/c/a`)).toBe('allow');
      for (const key of ['T/kaifeng/_city/c/a', 'T/kaifeng/lankao/c/a', 'T/yancheng2/dafeng/c/a'])
        expect(city(action, key)).toBe('none');
    }
  });

  it('are listed and deleted by nobody, and reached by one function only', async () => {
    const { judge, trusted } = await setup();
    for (const [name, tags] of [
      ['yunwangtong-data-county-files', dafeng],
      ['yunwangtong-data-city-files', yancheng],
    ] as const) {
      for (const action of ['DeleteObject', 'DeleteObjectVersion'])
        expect(judge(name, tags, action, 'T/yancheng/_city/c/a')).toBe('none');
      expect(judge(name, tags, 'ListBucket')).toBe('none');
      expect(trusted(name)).toEqual(['files', 'exports', 'exports-build']);
    }
    for (const name of functionNames)
      expect(judge(`yunwangtong-${name}`, {}, 'GetObject', 'T/yancheng/dafeng/c/a')).toBe('none');
  });
});

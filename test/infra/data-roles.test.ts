import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { evaluatePolicies, evaluateTrust, type Verdict } from '#local/aws/policy/evaluate-policies.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

type Tags = Readonly<Record<string, string>>;

async function setup() {
  const { deployment, ofType } = await synthesizedApp();
  const { roles, table, partition, account } = deployment();
  const role = (name: string) => {
    const found = roles.find((candidate) => candidate.name === `yunwangtong-data-${name}`);
    if (found === undefined) throw new Error(`No data role ${name}`);
    return found;
  };
  const tagContext = (tags: Tags) =>
    Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:principaltag/${tag}`, [value]]));
  return {
    ofType,
    /** May the role, with these session tags, do this to items under these partition keys? */
    judge: (name: string, tags: Tags, action: string, keys: string[] | undefined, index?: string): Verdict =>
      evaluatePolicies(role(name).statements, {
        action: `dynamodb:${action}`,
        resource: index === undefined ? table.arn : `${table.arn}/index/${index}`,
        context: { ...tagContext(tags), ...(keys === undefined ? {} : { 'dynamodb:leadingkeys': keys }) },
      }),
    /** Short names of the functions whose execution role the data role trusts for an STS action. */
    trusted: (name: string, action: string) =>
      functionNames.filter((candidate) => {
        const arn = `arn:${partition}:iam::${account}:role/yunwangtong-${candidate}`;
        const callers = [arn, `arn:${partition}:iam::${account}:root`];
        return evaluateTrust(role(name).trust, callers, action, { 'aws:principalarn': [arn] }) === 'allow';
      }),
    /** Short names of the functions whose own policies let them ask for the data role. */
    asking: (name: string, action: string) =>
      functionNames.filter((candidate) => {
        const execution = roles.find(({ name: roleName }) => roleName === `yunwangtong-${candidate}`);
        const request = { action, resource: role(name).arn, context: {} };
        return evaluatePolicies(execution?.statements ?? [], request) === 'allow';
      }),
  };
}

const dafeng = { city: 'yancheng', county: 'dafeng' };
const yancheng = { city: 'yancheng' };

describe('the table', () => {
  it('survives mistakes: point-in-time recovery, deletion protection, kept when its stack goes, gone when its stack was never there', async () => {
    const { ofType } = await setup();
    const [table] = ofType('AWS::DynamoDB::Table');
    expect(table?.properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
    expect(table?.deletionPolicy).toBe('RetainExceptOnCreate');
  });

  it('has three indexes that hold keys only', async () => {
    const { ofType } = await setup();
    const [table] = ofType('AWS::DynamoDB::Table');
    const index = (IndexName: string, prefix: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: `${prefix}pk`, KeyType: 'HASH' },
        { AttributeName: `${prefix}sk`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
    expect(table?.properties['GlobalSecondaryIndexes']).toEqual([
      index('worklist', 'g1'),
      index('due', 'g2'),
      index('lookup', 'g3'),
    ]);
  });
});

describe('a county', () => {
  const writes = ['PutItem', 'UpdateItem'];
  const reads = ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'Query'];

  it.each([...reads, ...writes])('may %s what is its own', async (action) => {
    const { judge } = await setup();
    expect(judge('county', dafeng, action, ['T#yancheng/dafeng#C#1'])).toBe('allow');
  });

  it('deletes nothing, not even its own', async () => {
    const { judge } = await setup();
    expect(judge('county', dafeng, 'DeleteItem', ['T#yancheng/dafeng#C#1'])).toBe('none');
  });

  it.each([
    ['another county', 'T#yancheng/yandu#C#1'],
    ['a county whose name begins alike', 'T#yancheng/dafengx#C#1'],
    ['the city', 'T#yancheng/_city#C#1'],
    ['another city', 'T#kaifeng/dafeng#C#1'],
    ["another city's reference data", 'R#kaifeng#CATALOGUE'],
    ['a provider', 'P#telecom#ORDER#1'],
    ['links', 'L#0123'],
    ['the system', 'S#SWEEP'],
    ['people', 'U#person'],
  ])('reaches nothing of %s', async (_whose, key) => {
    const { judge } = await setup();
    for (const action of [...reads, ...writes]) expect(judge('county', dafeng, action, [key])).toBe('none');
    for (const index of ['worklist', 'lookup', 'due']) {
      expect(judge('county', dafeng, 'Query', [key], index)).toBe('none');
    }
  });

  it('reaches nothing by mixing a foreign key among its own', async () => {
    const { judge } = await setup();
    const mixed = ['T#yancheng/dafeng#C#1', 'T#yancheng/yandu#C#1'];
    expect(judge('county', dafeng, 'BatchGetItem', mixed)).toBe('none');
  });

  it('reads the reference data of its city and never writes it', async () => {
    const { judge } = await setup();
    for (const action of reads) {
      expect(judge('county', dafeng, action, ['R#yancheng#CATALOGUE'])).toBe('allow');
    }
    for (const action of writes) {
      expect(judge('county', dafeng, action, ['R#yancheng#CATALOGUE'])).toBe('none');
    }
  });

  it('writes its own part of the city’s directory beside its own keys, and reads the others’', async () => {
    const { judge } = await setup();
    for (const [role, tags, own, other] of [
      ['county', dafeng, 'dafeng', 'yandu'],
      ['city', yancheng, '_city', 'dafeng'],
    ] as const) {
      const directory = `R#yancheng#DIRECTORY#${own}`;
      expect(judge(role, tags, 'PutItem', [directory])).toBe('allow');
      expect(judge(role, tags, 'PutItem', [directory, `T#yancheng/${own}#M#1`])).toBe('allow');
      // 0402: a city opens counties, and so writes their part and the row of each.
      const whole = role === 'city' ? 'allow' : 'none';
      for (const key of [`R#yancheng#DIRECTORY#${other}`, 'R#yancheng#TENANTS'])
        expect(judge(role, tags, 'PutItem', [key])).toBe(whole);
      for (const key of ['R#yancheng#DIRECTORY', 'R#kaifeng#DIRECTORY#_city', 'R#kaifeng#TENANTS']) {
        expect(judge(role, tags, 'PutItem', [key])).toBe('none');
      }
      expect(judge(role, tags, 'GetItem', [`R#yancheng#DIRECTORY#${other}`])).toBe('allow');
    }
  });

  it('queries its worklists and look-ups, not the due times that span tenants', async () => {
    const { judge } = await setup();
    const key = ['T#yancheng/dafeng#W#county.cloud.reviewer'];
    expect(judge('county', dafeng, 'Query', key, 'worklist')).toBe('allow');
    expect(judge('county', dafeng, 'Query', key, 'lookup')).toBe('allow');
    expect(judge('county', dafeng, 'Query', ['DELIVERY#2026-11-22#03'], 'due')).toBe('none');
  });
});

describe('a city', () => {
  it.each(['T#yancheng/dafeng#C#1', 'T#yancheng/_city#C#1'])('reads and writes %s', async (key) => {
    const { judge } = await setup();
    for (const action of ['GetItem', 'PutItem']) {
      expect(judge('city', yancheng, action, [key])).toBe('allow');
    }
  });

  it.each(['T#kaifeng/_city#C#1', 'T#yancheng', 'T#yanchengx/dafeng#C#1', 'S#SWEEP', 'U#person'])(
    'reaches nothing under %s',
    async (key) => {
      const { judge } = await setup();
      for (const action of ['GetItem', 'Query', 'PutItem']) {
        expect(judge('city', yancheng, action, [key])).toBe('none');
      }
    },
  );
});

describe('whoever only looks at what a tenant has', () => {
  it.each([
    ['county-reader', dafeng, 'T#yancheng/dafeng#C#1', 'T#yancheng/yandu#C#1'],
    ['city-reader', yancheng, 'T#yancheng/dafeng#C#1', 'T#kaifeng/_city#C#1'],
  ] as const)('reads as %s, and writes nothing', async (role, tags, own, other) => {
    const { judge } = await setup();
    for (const action of ['GetItem', 'Query', 'BatchGetItem']) {
      expect(judge(role, tags, action, [own])).toBe('allow');
      expect(judge(role, tags, action, ['R#yancheng#CATALOGUE'])).toBe('allow');
      expect(judge(role, tags, action, [other])).toBe('none');
    }
    expect(judge(role, tags, 'Query', [own], 'lookup')).toBe('allow');
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
      for (const key of [own, 'R#yancheng#CATALOGUE', 'R#yancheng#DIRECTORY#dafeng'])
        expect(judge(role, tags, action, [key])).toBe('none');
  });

  it('makes documents or keeps the calendar', async () => {
    const { trusted, asking } = await setup();
    for (const role of ['county-reader', 'city-reader']) {
      expect([...trusted(role, 'sts:AssumeRole')].sort()).toEqual(['calendar', 'documents']);
      expect([...asking(role, 'sts:AssumeRole')].sort()).toEqual(['calendar', 'documents']);
    }
  });
});

describe('whoever only reads what a city publishes', () => {
  it('reads that, and neither writes it nor sees a tenant', async () => {
    const { judge } = await setup();
    expect(judge('reference', yancheng, 'GetItem', ['R#yancheng#CATALOGUE'])).toBe('allow');
    expect(judge('reference', yancheng, 'PutItem', ['R#yancheng#CATALOGUE'])).toBe('none');
    for (const key of ['R#kaifeng#CATALOGUE', 'T#yancheng/dafeng#C#1', 'T#yancheng/_city#C#1'])
      expect(judge('reference', yancheng, 'GetItem', [key])).toBe('none');
  });
});

describe('whoever counts a tenant’s calls', () => {
  it('counts that tenant’s, and neither reads them nor reaches anything else', async () => {
    const { judge } = await setup();
    const own = 'T#yancheng/dafeng#USE#computeBill';
    expect(judge('usage', dafeng, 'UpdateItem', [own])).toBe('allow');
    for (const action of ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'Scan'])
      expect(judge('usage', dafeng, action, [own])).toBe('none');
    for (const key of ['T#yancheng/sheyang#USE#computeBill', 'T#yancheng/dafeng#C#1', 'R#yancheng#CATALOGUE'])
      expect(judge('usage', dafeng, 'UpdateItem', [key])).toBe('none');
    expect(judge('usage', {}, 'UpdateItem', [own])).toBe('none');
  });
});

describe('whoever keeps a city’s catalogue', () => {
  it('writes that partition and nothing else of what the city publishes', async () => {
    const { judge } = await setup();
    for (const action of ['PutItem', 'GetItem', 'Query'])
      expect(judge('catalogue', yancheng, action, ['R#yancheng#CATALOGUE'])).toBe('allow');
    for (const key of [
      'R#yancheng#CALENDAR',
      'R#yancheng#TENANTS',
      'R#yancheng#CATALOGUE#X',
      'R#kaifeng#CATALOGUE',
    ])
      for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
        expect(judge('catalogue', yancheng, action, [key])).toBe('none');
    for (const action of ['UpdateItem', 'DeleteItem'])
      expect(judge('catalogue', yancheng, action, ['R#yancheng#CATALOGUE'])).toBe('none');
  });

  it('checks memberships of the city’s node without reading or granting them, and keeps its answers there', async () => {
    const { judge } = await setup();
    const membership = ['T#yancheng/_city#M#yancheng-operator'];
    expect(judge('catalogue', yancheng, 'ConditionCheckItem', membership)).toBe('allow');
    for (const action of ['GetItem', 'PutItem', 'UpdateItem'])
      expect(judge('catalogue', yancheng, action, membership)).toBe('none');
    expect(judge('catalogue', yancheng, 'PutItem', ['T#yancheng/_city#I#0123'])).toBe('allow');
    for (const key of ['T#yancheng/dafeng#M#x', 'T#yancheng/_city#C#1', 'T#kaifeng/_city#I#0123', 'S#SWEEP'])
      for (const action of ['GetItem', 'PutItem', 'ConditionCheckItem'])
        expect(judge('catalogue', yancheng, action, [key])).toBe('none');
  });
});

describe('whoever publishes a city’s calendar', () => {
  const tags = { city: 'yancheng', county: 'dafeng' };
  it('writes that and nothing else', async () => {
    const { judge } = await setup();
    for (const action of ['Query', 'GetItem', 'PutItem'])
      expect(judge('calendar', tags, action, ['R#yancheng#CALENDAR'])).toBe('allow');
    for (const key of ['R#kaifeng#CALENDAR', 'R#yancheng#CATALOGUE', 'T#yancheng/dafeng#C#1', 'S#SWEEP'])
      for (const action of ['GetItem', 'PutItem', 'ConditionCheckItem'])
        expect(judge('calendar', tags, action, [key])).toBe('none');
    for (const action of ['DeleteItem', 'UpdateItem'])
      expect(judge('calendar', tags, action, ['R#yancheng#CALENDAR'])).toBe('none');
  });

  it('enters it in the journal of its own tenant’s administration, whose grants it cannot list', async () => {
    const { judge } = await setup();
    const both = ['R#yancheng#CALENDAR', 'T#yancheng/dafeng#ADMINISTRATION'];
    expect(judge('calendar', tags, 'PutItem', both)).toBe('allow');
    expect(judge('calendar', tags, 'Query', ['T#yancheng/dafeng#ADMINISTRATION'])).toBe('none');
    for (const key of ['T#yancheng/tinghu#ADMINISTRATION', 'T#yancheng/_city#ADMINISTRATION'])
      for (const action of ['GetItem', 'PutItem'])
        expect(judge('calendar', tags, action, [key])).toBe('none');
  });

  it('asks whether the post of its own tenant still stands, and reads no post', async () => {
    const { judge } = await setup();
    expect(judge('calendar', tags, 'ConditionCheckItem', ['T#yancheng/dafeng#M#someone'])).toBe('allow');
    expect(judge('calendar', tags, 'ConditionCheckItem', ['T#yancheng/tinghu#M#someone'])).toBe('none');
    expect(judge('calendar', tags, 'GetItem', ['T#yancheng/dafeng#M#someone'])).toBe('none');
  });
});

describe('a provider', () => {
  const own = { city: 'yancheng', organisation: 'yancheng-provider' };

  it('reads and writes its own orders and no other provider’s, no department’s and nothing of the system', async () => {
    const { judge } = await setup();
    for (const action of ['GetItem', 'PutItem', 'Query'])
      expect(judge('provider', own, action, ['P#yancheng-provider#W#1'])).toBe('allow');
    expect(judge('provider', own, 'Query', ['P#yancheng-provider#WORK#open'], 'worklist')).toBe('allow');
    for (const key of [
      'P#kaifeng-provider#W#1',
      'P#yancheng-provider2#W#1',
      'T#yancheng/dafeng#PV#1',
      'T#yancheng/_city#M#1',
      'L#0123',
      'S#SWEEP',
    ])
      for (const action of ['GetItem', 'PutItem', 'Query', 'DeleteItem'])
        expect(judge('provider', own, action, [key])).toBe('none');
  });

  it('asks whether its person’s post still stands, and reads what the city publishes', async () => {
    const { judge } = await setup();
    expect(judge('provider', own, 'ConditionCheckItem', ['T#yancheng/_city#M#1'])).toBe('allow');
    expect(judge('provider', own, 'ConditionCheckItem', ['T#yancheng/dafeng#M#1'])).toBe('none');
    expect(judge('provider', own, 'GetItem', ['R#yancheng#CALENDAR'])).toBe('allow');
    expect(judge('provider', own, 'PutItem', ['R#yancheng#CALENDAR'])).toBe('none');
  });

  it('reaches nothing without its organisation’s tag', async () => {
    const { judge } = await setup();
    expect(judge('provider', { city: 'yancheng' }, 'GetItem', ['P##W#1'])).toBe('none');
  });
});

describe('whoever takes a tenant’s work orders out of its providers’ keys', () => {
  const work = 'P#yancheng-provider#W#dafeng.01J-b1';

  it('reads those of that tenant, whichever provider of the city keeps them, and changes nothing', async () => {
    const { judge } = await setup();
    for (const key of [work, 'P#yancheng-01j#W#dafeng.01J-reclaim'])
      expect(judge('work-reader', dafeng, 'Query', [key])).toBe('allow');
    for (const action of ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Scan'])
      expect(judge('work-reader', dafeng, action, [work])).toBe('none');
  });

  it.each([
    ['another county’s', 'P#yancheng-provider#W#yandu.01J-b1'],
    ['those of a county whose name begins alike', 'P#yancheng-provider#W#dafengx.01J-b1'],
    ['the city’s', 'P#yancheng-provider#W#_city.01J-b1'],
    ['those with another city’s provider', 'P#kaifeng-provider#W#dafeng.01J-b1'],
    ['a provider’s answers', 'P#yancheng-provider#I#0123'],
    ['the tenant’s own keys', 'T#yancheng/dafeng#C#1'],
    ['reference data', 'R#yancheng#CATALOGUE'],
  ])('reads nothing else: not %s', async (_whose, key) => {
    const { judge } = await setup();
    expect(judge('work-reader', dafeng, 'Query', [key])).toBe('none');
    expect(judge('work-reader', dafeng, 'Query', [work, key])).toBe('none');
  });

  it('reads no list of a provider, and nothing without its tags', async () => {
    const { judge } = await setup();
    expect(judge('work-reader', dafeng, 'Query', ['P#yancheng-provider#WORK#open'], 'worklist')).toBe('none');
    for (const tags of [{}, { city: 'yancheng' }, { county: 'dafeng' }])
      expect(judge('work-reader', tags, 'Query', [work])).toBe('none');
  });
});

describe.each(['county', 'city', 'catalogue', 'provider', 'work-reader', 'system'])('the role %s', (role) => {
  it.each(['Scan', 'PartiQLSelect', 'PartiQLUpdate', 'DeleteTable', 'UpdateTable'])(
    'never may %s',
    async (action) => {
      const { judge } = await setup();
      expect(judge(role, dafeng, action, ['T#yancheng/dafeng#C#1'])).toBe('none');
      expect(judge(role, dafeng, action, undefined)).toBe('none');
    },
  );
});

describe.each(['county', 'city'])('the fence of the role %s', (role) => {
  it('holds when a request carries no key at all', async () => {
    const { judge } = await setup();
    for (const action of ['GetItem', 'Query', 'PutItem']) {
      expect(judge(role, dafeng, action, undefined)).toBe('none');
    }
  });

  it('holds when a session carries no tag', async () => {
    const { judge } = await setup();
    expect(judge(role, {}, 'GetItem', ['T#yancheng/dafeng#C#1'])).toBe('none');
    expect(judge(role, {}, 'GetItem', ['T#/#C#1'])).toBe('none');
  });
});

describe('whoever puts a city’s document templates in place', () => {
  it('writes them and nothing else that the city reads', async () => {
    const { judge } = await setup();
    expect(judge('templates', yancheng, 'PutItem', ['R#yancheng#TEMPLATES'])).toBe('allow');
    for (const key of ['R#yancheng#CATALOGUE', 'R#kaifeng#TEMPLATES', 'T#yancheng/dafeng#C#1', 'S#SWEEP'])
      for (const action of ['GetItem', 'PutItem'])
        expect(judge('templates', yancheng, action, [key])).toBe('none');
  });

  it('asks of the city’s memberships only whether they still stand', async () => {
    const { judge } = await setup();
    expect(judge('templates', yancheng, 'ConditionCheckItem', ['T#yancheng/_city#M#1'])).toBe('allow');
    for (const action of ['GetItem', 'PutItem', 'Query'])
      expect(judge('templates', yancheng, action, ['T#yancheng/_city#M#1'])).toBe('none');
    expect(judge('templates', yancheng, 'ConditionCheckItem', ['T#yancheng/dafeng#M#1'])).toBe('none');
    const both = ['R#yancheng#TEMPLATES', 'T#yancheng/_city#ADMINISTRATION'];
    expect(judge('templates', yancheng, 'PutItem', both)).toBe('allow');
    expect(judge('templates', yancheng, 'PutItem', ['T#yancheng/dafeng#ADMINISTRATION'])).toBe('none');
  });

  it('is the documents function alone', async () => {
    const { trusted, asking } = await setup();
    expect(trusted('templates', 'sts:AssumeRole')).toEqual(['documents']);
    expect(asking('templates', 'sts:AssumeRole')).toEqual(['documents']);
  });
});

describe('who may take on a data role', () => {
  it.each([
    [
      'county',
      [
        'tenancy',
        'cases',
        'desks',
        'provisioning',
        'registry',
        'obligations',
        'reclamation',
        'messages',
        'files',
        'exports',
        'exports-build',
      ],
    ],
    [
      'city',
      [
        'tenancy',
        'cases',
        'desks',
        'provisioning',
        'registry',
        'obligations',
        'reclamation',
        'messages',
        'files',
        'exports',
        'exports-build',
      ],
    ],
    ['calendar', ['calendar']],
    ['reference', ['catalogue', 'trials']],
    ['usage', ['provisioning', 'trials', 'documents']],
    ['catalogue', ['catalogue']],
    ['provider', ['provisioning']],
    ['work-reader', ['exports-build']],
  ])('%s: functions that serve signed-in people (%j), with session tags', async (role, functions) => {
    const { trusted, asking } = await setup();
    for (const action of ['sts:AssumeRole', 'sts:TagSession']) {
      expect(trusted(role, action)).toEqual(functions);
      expect(asking(role, action)).toEqual(functions);
    }
  });

  it('system: nobody who serves a signed-in person', async () => {
    const { trusted, asking } = await setup();
    const workers = [
      'authorizer',
      'desks-hand-over',
      'cases-steps',
      'provisioning-steps',
      'reclamation-steps',
      'cases-advance',
      'link',
      'certificates',
      'notify',
      'calendar-recompute',
      'lifecycle',
      'journal-anchor',
      'cases-sweep',
    ];
    expect(trusted('system', 'sts:AssumeRole')).toEqual(workers);
    expect(asking('system', 'sts:AssumeRole')).toEqual(workers);
  });
});

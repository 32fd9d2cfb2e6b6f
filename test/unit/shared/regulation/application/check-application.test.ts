import { describe, expect, it } from 'vitest';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { compareSystemNames } from '#shared/regulation/application/check-system-names.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import {
  codesOf,
  exampleApplication,
  formWith,
  formWithLines,
  lineOf,
  problemsOf,
  rules,
  switchedOff,
} from './sample-application.ts';

describe('the example of a 大丰区 department', () => {
  it('can be filed as it stands', () => {
    expect(problemsOf(formWith())).toEqual([]);
    expect(exampleApplication.sections['resources']?.['lines']).toHaveLength(18);
  });
});

describe('the documents', () => {
  it('[yc-cloud-15-4] an application without its report or without its plan is refused by the name of the missing one', () => {
    const { report: _report, ...withoutReport } = formWith();
    const { plan: _plan, ...withoutPlan } = formWith();
    const missing = (form: object) =>
      problemsOf(form)
        .filter(({ code }) => code === 'material-missing')
        .map(({ message, clause }) => [message, clause]);
    expect(missing(withoutReport)).toEqual([
      ['缺少云资源申请报告（附件1-1），请填写后再提交。', 'yc-cloud-15-4'],
    ]);
    expect(missing(withoutPlan)).toEqual([
      ['缺少云资源申请方案（附件1-2），请填写后再提交。', 'yc-cloud-15-4'],
    ]);
    expect(missing({})).toHaveLength(2);
    expect(missing(formWith())).toEqual([]);
  });

  it.each(['background', 'purpose', 'functions', 'users'])(
    '[yc-cloud-annex2-1] a plan without its %s is refused by the name of the item',
    (item) => {
      for (const empty of [undefined, '', '  \n'])
        expect(codesOf(formWith({ plan: { [item]: empty } }))).toEqual([`required /plan/${item}`]);
    },
  );

  it('needs the architecture in words', () => {
    expect(codesOf(formWith({ plan: { architecture: '' } }))).toEqual(['required /plan/architecture']);
  });

  it('needs contact, phone and the pledge of the report', () => {
    const report = { contactName: '', contactPhone: undefined, pledgeAccepted: false };
    expect(codesOf(formWith({ report }))).toEqual([
      'required /report/contactName',
      'required /report/contactPhone',
      'declaration-blocks /report/pledgeAccepted',
    ]);
  });

  it('asks for what a county adds to its list, any one of several proofs being enough', () => {
    const own = {
      id: 'precondition',
      title: '技术审查意见或报备编号',
      clause: 'yc-cloud-15-6',
      evidence: 'form' as const,
      provedBy: {
        need: 'any' as const,
        pointers: ['/declarations/technicalReviewNumber', '/declarations/registrationNumber'],
      },
      requiredOf: 'everyone' as const,
    };
    const check = (declarations: Record<string, unknown>, need: 'any' | 'all') =>
      checkApplication({
        form: formWith({ declarations }),
        rules,
        catalogue: demoCatalogue,
        materials: [
          ...materialsFor(rules.materials.value, 'county'),
          { ...own, provedBy: { ...own.provedBy, need } },
        ],
        on: '2026-07-06',
      }).map(({ message }) => message);
    expect(check({}, 'any')).toEqual([]);
    expect(check({}, 'all')).toEqual(['缺少技术审查意见或报备编号，请填写后再提交。']);
    expect(check({ registrationNumber: undefined }, 'any')).toHaveLength(1);
  });
});

describe('the system name', () => {
  it.each([
    ['A系统', 'A 系统', '第2个字起不同：申请报告是“系”（U+7CFB），申请方案是空格（U+0020）'],
    ['A系统', 'Ａ系统', '第1个字起不同：申请报告是“A”（U+0041），申请方案是“Ａ”（U+FF21）'],
    ['A系统', 'A系统平台', '第4个字起不同：申请报告是没有字，申请方案是“平”（U+5E73）'],
    ['A系统（二期）', 'A系统(二期)', '第4个字起不同：申请报告是“（”（U+FF08），申请方案是“(”（U+0028）'],
    ['é系统', 'e\u0301系统', '第1个字起不同：申请报告是“é”（U+00E9），申请方案是“e”（U+0065）'],
  ])('[yc-cloud-15-5] %s and %s are refused showing both and where they part', (report, plan, difference) => {
    const problems = problemsOf(formWith({ report: { systemName: report }, plan: { systemName: plan } }));
    expect(problems).toEqual([
      {
        pointer: '/plan/systemName',
        code: 'system-name-differs',
        message: `信息系统名称不一致：申请报告为“${report}”，申请方案为“${plan}”，${difference}。请改为完全一致。`,
        clause: 'yc-cloud-15-5',
      },
    ]);
  });

  it('[yc-cloud-15-5] identical names pass, and only line ends are left out of the comparison', () => {
    const names = { report: { systemName: 'A 系统' }, plan: { systemName: 'A 系统' } };
    expect(problemsOf(formWith(names))).toEqual([]);
    const compare = (first: string, second: string) =>
      compareSystemNames([
        { material: '甲', pointer: '/a', name: first },
        { material: '乙', pointer: '/b', name: second },
      ]).length;
    expect(compare('A系统\r\n', 'A系统')).toBe(0);
    expect(compare('A系统 ', 'A系统')).toBe(1);
  });
});

describe('the resource table', () => {
  it('[yc-cloud-14-2] a line whose product no active catalogue holds is refused: unknown, retired, not yet in force', () => {
    const lines = [lineOf('no-such-host'), lineOf('host-1c2g'), lineOf('host-2c4g')];
    const active = problemsOf(formWithLines(lines));
    expect(active.map(({ code, pointer, clause }) => [code, pointer, clause])).toEqual([
      ['not-in-catalogue', '/resources/lines/0/productId', 'yc-cloud-14-2'],
      ['not-in-catalogue', '/resources/lines/1/productId', 'yc-cloud-14-2'],
    ]);
    expect(active[1]?.message).toContain('已下架');
    const earlier = problemsOf(formWithLines([lineOf('host-2c4g')]), '2026-04-30');
    expect(earlier.map(({ message }) => message)).toEqual([
      '第1行（通用型云主机 2核4G）2026-05-01起才可申请，请改选目录中在用的产品。',
    ]);
    expect(problemsOf(formWithLines([lineOf('host-2c4g')]), '2026-05-01')).toEqual([]);
  });

  it('[yc-cloud-annex2-4] of three hosts with two purposes the third line is flagged, as are storage and network without basis', () => {
    const bare = { purpose: '', basis: '' };
    const lines = [
      lineOf('host-2c4g', { basis: '' }),
      lineOf('host-4c8g'),
      lineOf('host-8c16g', bare),
      lineOf('object-1t', bare),
      lineOf('bandwidth-internet', bare),
      lineOf('db-audit', bare),
    ];
    expect(codesOf(formWithLines(lines))).toEqual([
      'purpose-missing /resources/lines/2/purpose',
      'basis-missing /resources/lines/3/basis',
      'basis-missing /resources/lines/4/basis',
    ]);
  });

  it('[yc-cloud-annex2-3] no price can be typed: a line has no such column', () => {
    expect(codesOf(formWithLines([lineOf('host-2c4g', { unitPriceFen: 1 })]))).toEqual([
      'unknown-field /resources/lines/0/unitPriceFen',
    ]);
  });

  it('needs a line, a pool, a zone, a whole positive quantity, and no line number twice', () => {
    expect(codesOf(formWithLines([]))).toEqual(['rows-missing /resources/lines']);
    const line = { ...lineOf('host-2c4g'), pool: '', zone: undefined, quantity: 0 };
    const { zone: _zone, ...bare } = line;
    expect(codesOf(formWithLines([bare]))).toEqual([
      'number-too-small /resources/lines/0/quantity',
      'required /resources/lines/0/pool',
      'required /resources/lines/0/zone',
    ]);
    const twice = formWith({ resources: { lines: [lineOf('host-2c4g'), lineOf('host-4c8g')] } });
    expect(codesOf(twice)).toContain('duplicate-value /resources/lines/1/lineNo');
  });
});

describe('compute and model applications', () => {
  const compute = (more: Record<string, unknown>) => codesOf(formWith({ compute: more }));

  it.each([
    'businessType',
    'expectedUsers',
    'dailyConcurrent',
    'peakConcurrent',
    'inputTokensPerSecond',
    'outputTokensPerSecond',
    'modelClasses',
    'modelNameVersion',
    'cards',
    'connectsKnowledgeBase',
    'justification',
  ])('[yc-cloud-annex2-7] once switched on, %s is needed', (field) => {
    expect(compute({ [field]: undefined })).toEqual([`required /compute/${field}`]);
  });

  it('[yc-cloud-annex2-7] switched off, nothing is needed; a peak below the daily figure is refused', () => {
    const lines = [lineOf('host-2c4g')];
    expect(codesOf(formWithLines(lines))).toEqual([]);
    const { compute: _compute, ...without } = formWithLines(lines);
    expect(codesOf(without)).toEqual([]);
    expect(compute({ dailyConcurrent: 150, peakConcurrent: 149 })).toEqual([
      'peak-below-daily /compute/peakConcurrent',
    ]);
    expect(compute({ dailyConcurrent: 150, peakConcurrent: 150 })).toEqual([]);
  });

  it('wants compute described when the table asks for it, and nothing written under a switch that is off', () => {
    expect(codesOf(formWith({ compute: switchedOff('compute') }))).toEqual([
      'compute-undescribed /compute/wanted',
    ]);
    expect(codesOf(formWith({ applications: { wanted: false } }))).toContain(
      'not-applicable /applications/agentCount',
    );
  });

  const pairs = [
    ['createAgents', 'agentCount', 2],
    ['createWorkflows', 'workflowCount', 3],
    ['createKnowledgeBase', 'knowledgeBaseTextLength', 5000],
    ['connectDatabase', 'databaseSource', '业务主库'],
  ] as const;

  it.each(pairs)('[yc-cloud-annex2-8] %s yes needs %s, and no refuses it', (question, answer, value) => {
    const check = (more: Record<string, unknown>) => codesOf(formWith({ applications: more }));
    expect(check({ [question]: true, [answer]: undefined })).toEqual([`required /applications/${answer}`]);
    expect(check({ [question]: false, [answer]: value })).toEqual([`not-applicable /applications/${answer}`]);
    expect(check({ [question]: false, [answer]: undefined })).toEqual([]);
    expect(check({ [question]: undefined, [answer]: undefined })).toEqual([
      `required /applications/${question}`,
    ]);
  });

  it('[yc-cloud-annex2-8] connecting a knowledge base and creating one are asked separately', () => {
    const form = formWith({
      compute: { connectsKnowledgeBase: false },
      applications: { createKnowledgeBase: true, knowledgeBaseTextLength: 9 },
    });
    expect(codesOf(form)).toEqual([]);
  });
});

describe('contacts and declarations', () => {
  it('wants each of the four people once, with phone and e-mail', () => {
    const person = { name: '张三', organisation: '卫健委', phone: '13905110023', email: 'a@b.cn' };
    const people = [
      { ...person, role: 'cdo' },
      { ...person, role: 'cdo' },
      { ...person, role: 'business', phone: '139' },
      { ...person, role: 'vendorManager', email: '' },
    ];
    expect(codesOf(formWith({ contacts: { people } }))).toEqual([
      'row-repeated /contacts/people',
      'row-missing /contacts/people',
      'phone-malformed /contacts/people/2/phone',
      'required /contacts/people/3/email',
    ]);
  });

  it.each([
    ['classified', true, '涉密'],
    ['workSecret', true, '工作秘密'],
    ['fiscallyFunded', false, '一事一议'],
  ])('%s = %s blocks and says what to do', (field, value, words) => {
    const problems = problemsOf(formWith({ declarations: { [field]: value } }));
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['declaration-blocks', `/declarations/${field}`],
    ]);
    expect(problems[0]?.message).toContain(words);
  });

  it('wants a reason where a peaky system stays off the elastic pool', () => {
    expect(codesOf(formWith({ plan: { elasticPool: false } }))).toEqual(['required /plan/nonElasticReason']);
    expect(codesOf(formWith({ plan: { elasticPool: undefined } }))).toEqual(['required /plan/elasticPool']);
  });

  it('wants what is said twice to agree', () => {
    expect(codesOf(formWith({ report: { action: 'migrate' } }))).toEqual(['action-differs /report/action']);
    expect(
      codesOf({ ...formWithLines([lineOf('host-2c4g')]), declarations: formWith().declarations }),
    ).toEqual(['backup-line-missing /declarations/backup']);
  });
});

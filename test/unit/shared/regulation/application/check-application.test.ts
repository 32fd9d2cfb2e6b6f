import { describe, expect, it } from 'vitest';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { checkMaterials, materialsFor } from '#shared/regulation/application/materials.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import {
  codesOf,
  exampleApplication,
  exampleFiles,
  formWith,
  formWithLines,
  lineOf,
  problemsOf,
  rules,
} from '#test/support/sample-application.ts';

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
    const missing = (form: Readonly<Record<string, unknown>>) =>
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

  it('[yc-cloud-annex2-2] needs the architecture as a picture, too', () => {
    const problems = problemsOf(formWith(), '2026-07-06', [{ material: 'proposal' }]);
    expect(problems).toEqual([
      {
        pointer: '/attachments/architecturePicture',
        code: 'material-missing',
        message: '缺少业务系统架构图，请上传后再提交。',
        clause: 'yc-cloud-annex2-2',
      },
    ]);
  });

  it('[yc-cloud-15-3] needs the proposal with its service list of a new project, and of no other', () => {
    const files = [{ material: 'architecturePicture' }];
    const codes = (form: Readonly<Record<string, unknown>>) =>
      problemsOf(form, '2026-07-06', files).map(({ pointer }) => pointer);
    expect(codes(formWith())).toEqual(['/attachments/proposal']);
    expect(codes(formWith({ declarations: { projectKind: 'extension' } }))).toEqual([]);
    const migration = { report: { action: 'migrate' }, declarations: { projectKind: 'migration' } };
    expect(codes(formWith(migration))).toEqual([]);
  });

  it('needs a sealed scan only where the city does not take the confirmation for it', () => {
    const given = (files: readonly { material: string }[]) => ({
      form: formWith(),
      files: [...exampleFiles, ...files],
      reportSeal: 'scanRequired' as const,
    });
    const materials = materialsFor(rules.materials.value, 'county');
    expect(rules.reportSeal).toMatchObject({ value: 'confirmationSuffices', source: 'localDefault' });
    expect(checkMaterials(given([]), materials)).toMatchObject([
      { pointer: '/attachments/sealedReport', clause: 'yc-cloud-annex1-4' },
    ]);
    expect(checkMaterials(given([{ material: 'sealedReport' }]), materials)).toEqual([]);
  });

  it('takes from a city department the number of its review or registration, or a file that shows it', () => {
    const materials = materialsFor(rules.materials.value, 'city');
    const missing = (declarations: Record<string, unknown>, files: readonly { material: string }[] = []) =>
      checkMaterials(
        {
          form: formWith({ declarations }),
          files: [...exampleFiles, ...files],
          reportSeal: rules.reportSeal?.value,
        },
        materials,
      ).map(({ pointer }) => pointer);
    const none = { technicalReviewNumber: undefined, registrationNumber: undefined };
    expect(missing(none)).toEqual(['/attachments/precondition']);
    expect(missing({ ...none, registrationNumber: '盐信报2026-1' })).toEqual([]);
    expect(missing(none, [{ material: 'precondition' }])).toEqual([]);
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
        files: exampleFiles,
        on: '2026-07-06',
      }).map(({ message }) => message);
    expect(check({}, 'any')).toEqual([]);
    expect(check({}, 'all')).toEqual(['缺少技术审查意见或报备编号，请填写后再提交。']);
    expect(check({ registrationNumber: undefined }, 'any')).toHaveLength(1);
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
  ])('%s = %s blocks and says what to do', (field, value, words) => {
    const problems = problemsOf(formWith({ declarations: { [field]: value } }));
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['declaration-blocks', `/declarations/${field}`],
    ]);
    expect(problems[0]?.message).toContain(words);
  });

  it('asks for the deliberation of a project that is not fiscally funded', () => {
    expect(codesOf(formWith({ declarations: { fiscallyFunded: false } }))).toEqual([
      'required /declarations/deliberation',
    ]);
  });

  it('wants a reason where a peaky system stays off the elastic pool', () => {
    expect(codesOf(formWith({ plan: { elasticPool: false } }))).toEqual(['required /plan/nonElasticReason']);
    expect(codesOf(formWith({ plan: { elasticPool: undefined } }))).toEqual(['required /plan/elasticPool']);
  });

  it('wants what is said twice to agree', () => {
    expect(codesOf(formWith({ report: { action: 'migrate' } }))).toEqual(['action-differs /report/action']);
    expect(
      codesOf({ ...formWithLines([lineOf('host-2c4g')]), declarations: formWith()['declarations'] }),
    ).toEqual(['backup-line-missing /declarations/backup']);
  });
});

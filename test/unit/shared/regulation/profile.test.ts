import { describe, expect, it } from 'vitest';
import { findClause } from '#shared/regulation/clause-table.ts';
import { offeredRules, profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CityProfile, RouteEnd, RouteStep, StepId } from '#shared/regulation/profile.ts';
import { cityProfileSchema } from '#shared/regulation/profile.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { isRoleId } from '#shared/tenancy/roles.ts';

const profiles = cities.map(({ id }) => profileOf(id)).filter((profile) => profile !== undefined);

/** Every value under a key named `clause`, anywhere in the profile. */
const clauseIds = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'clause' && typeof member === 'string' ? [member] : clauseIds(member),
  );
};

describe.each(profiles.map((profile) => [profile.city, profile] as const))(
  'the profile of %s',
  (_city, profile) => {
    it('fits its schema', () => {
      expect(cityProfileSchema.safeParse(profile).error).toBeUndefined();
    });

    it('cites only clauses that exist, and its own texts', () => {
      const ids = clauseIds(profile);
      expect(ids.filter((id) => findClause(id) === undefined)).toEqual([]);
      const own = profile.city === 'yancheng' ? /^yc-/ : /^kf-/;
      expect(ids.filter((id) => !own.test(id))).toEqual([]);
    });

    it('names roles that exist', () => {
      expect(profile.roles.filter(({ role }) => !isRoleId(role))).toEqual([]);
    });

    it('is found by city, by version and by the rule version that a case carries', () => {
      expect(profileOfRuleVersion(profile.ruleVersion)).toBe(profile);
      expect(profileOfRuleVersion(profile.ruleVersion)).toBe(profile);
      expect(profile.ruleVersion).toBe(`${profile.city}-${profile.version}`);
    });
  },
);

describe('the county route of Yancheng', () => {
  const rulesOf = (profile: CityProfile | undefined) => profile && offeredRules(profile);
  const route = rulesOf(profileOf('yancheng'))?.routes.find(({ id }) => id === 'countyDepartment');
  if (route === undefined) throw new Error('Yancheng has no county route');
  const edges = Object.fromEntries(route.steps.map((step) => [step.id, step.next]));

  it('leads from the unit through the county to the city and back', () => {
    expect(route.first).toBe('unitConfirmation');
    expect(edges).toEqual({
      unitConfirmation: { Approved: 'localReview', Returned: 'correction', Withdrawn: 'withdrawn' },
      localReview: {
        Approved: 'cityRecheck',
        Returned: 'correction',
        Rejected: 'rejected',
        Withdrawn: 'withdrawn',
      },
      cityRecheck: { Approved: 'complete', Returned: 'localReview', Withdrawn: 'withdrawn' },
      correction: { Approved: 'unitConfirmation', Withdrawn: 'withdrawn' },
    });
  });

  it('gives every verb of a stage an edge, and every edge a stage that can take it', () => {
    const outcomes = { approve: 'Approved', return: 'Returned', reject: 'Rejected' } as const;
    // A stage without verbs, 补正, is left by sending the form again.
    const offered = (step: RouteStep) =>
      new Set(
        step.stages.flatMap(({ verbs }) =>
          verbs.length === 0 ? ['Approved'] : verbs.map((verb) => outcomes[verb]),
        ),
      );
    for (const step of route.steps) {
      const taken = new Set(Object.keys(step.next).filter((outcome) => outcome !== 'Withdrawn'));
      expect(offered(step)).toEqual(taken);
    }
  });

  it('reaches every step, and an end from every step', () => {
    const ends: readonly (StepId | RouteEnd)[] = ['complete', 'rejected', 'withdrawn'];
    const seen = new Set<StepId | RouteEnd>([route.first]);
    for (const id of seen)
      for (const next of Object.values(route.steps.find((step) => step.id === id)?.next ?? {}))
        seen.add(next);
    expect([...seen].sort()).toEqual([...route.steps.map(({ id }) => id), ...ends].sort());
  });

  it("is held by roles that exist, and shows no service target as the regulation's", () => {
    const stages = route.steps.flatMap((step) => step.stages);
    expect(stages.filter(({ holder }) => !isRoleId(holder.role))).toEqual([]);
    expect(stages.map(({ serviceTarget }) => serviceTarget?.source)).toEqual(
      stages.map(() => 'localDefault'),
    );
    expect(stages.filter(({ assesses }) => assesses).map(({ id }) => id)).toEqual(['firstReview', 'recheck']);
  });
});

describe('the form of Yancheng', () => {
  const yancheng = profileOf('yancheng');
  const form = yancheng && offeredRules(yancheng)?.form;
  const fields = form?.sections.flatMap((section) =>
    section.fields.map((field) => ({ pointer: `/${section.id}/${field.id}`, field })),
  );

  it('has the conditions and materials of fields that exist', () => {
    const pointers = fields?.map(({ pointer }) => pointer) ?? [];
    const asked =
      fields?.flatMap(({ field }) => (field.when ?? []).map((condition) => condition.field)) ?? [];
    const rules = yancheng && offeredRules(yancheng);
    const proved = rules?.materials.value.flatMap(({ provedBy, when }) => [
      ...provedBy.pointers,
      ...(when ? [when.field] : []),
    ]);
    expect([...asked, ...(proved ?? [])].filter((pointer) => !pointers.includes(pointer))).toEqual([]);
    expect(new Set(pointers).size).toBe(pointers.length);
  });

  it('bears the labels of annex 1-2 over the compute table', () => {
    const labels = fields?.filter(({ pointer }) => /^\/(compute|applications)\//.test(pointer));
    const words = labels?.flatMap(({ field }) => [field.label, field.group]);
    for (const official of [
      '业务类型',
      '用户规模与并发量',
      '预期用户数',
      '日常并发在线用户',
      '峰值并发在线用户数',
      '输入/输出频率 (tokens/s)',
      '使用大模型类别',
      '大模型名称及版本',
      '算力需求规模(卡)',
      '是否需要创建智能体',
      '创建智能体数量',
      '是否需要创建工作流',
      '工作流数量',
      '是否需要创建知识库',
      '文本长度',
      '是否需要接入数据库',
      '数据来源',
      '对接系统',
    ])
      expect(words).toContain(official);
  });
});

it('Kaifeng has its document number, its dates and the rules it repeals, and the six kinds of article 14', () => {
  const kaifeng = profileOf('kaifeng');
  expect(kaifeng?.documents.map(({ number }) => number)).toEqual([
    '汴政办〔2022〕25号',
    '汴政办〔2022〕25号',
  ]);
  expect(kaifeng?.effectiveOn.value).toBe('2022-04-01');
  expect(kaifeng?.repeals[0]?.title).toContain('汴政办〔2019〕46号');
  const rules = kaifeng && offeredRules(kaifeng);
  expect(rules?.resourceKinds.kinds.map(({ label }) => label)).toEqual([
    '云主机',
    '云数据库',
    '云存储',
    '云安全',
    '云灾备',
    '网络资源',
  ]);
});

it('knows no city that is not served', () => {
  expect(profileOf('nanjing')).toBeUndefined();
  expect(profileOfRuleVersion('yancheng-1999-01-01')).toBeUndefined();
});

it('every review of Yancheng names who decides where its post wrote the application', () => {
  const profile = profileOf('yancheng');
  const reviews = Object.values(profile?.kinds ?? {})
    .flatMap((kind) => (kind.offered ? kind.routes : []))
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => id === 'localReview')
    .flatMap(({ stages }) => stages);
  expect(reviews.filter(({ standsIn }) => standsIn === undefined)).toEqual([]);
});

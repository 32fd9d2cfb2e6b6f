import { expect, it } from 'vitest';
import type { GuideView } from '#shared/contracts/guide.ts';
import type { RulesView } from '#shared/contracts/rules.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';

const system = sharedSystem();
const get = async (user: string, path: string) => ask(system, await askerOf(system, user), 'GET', path);

it('[yc-cloud-flow-1] the guide’s steps stand on articles 14 to 17 only, and are labelled as put together from them', async () => {
  const guide = (await get('dafeng-clerk', '/v1/guides/cloudApplication')).body as GuideView;
  expect(guide).toMatchObject({ label: '根据第十四条至第十七条整理', clause: 'yc-cloud-flow-1' });
  expect(guide.note).toContain('不是官方流程图');
  expect(guide.steps.map(({ title }) => title)).toEqual([
    '准备材料并填写申请',
    '单位确认',
    '本级审核',
    '市级复核',
    '三方确认、开通、部署和上线',
  ]);
  for (const { basis, times } of guide.steps) {
    expect(basis.length).toBeGreaterThan(0);
    for (const { clause } of [...basis, ...times]) expect(clause).toMatch(/^yc-cloud-1[4-7]-/);
  }
  expect(guide.steps.at(-1)).toMatchObject({
    inSystem: false,
    times: [
      { value: '15 个工作日', clause: 'yc-cloud-17-4', source: 'regulation' },
      { value: '30 个工作日', clause: 'yc-cloud-17-5', source: 'regulation' },
    ],
  });
});

it('the rules give every value with its ground, and say what is a local default', async () => {
  const rules = (await get('dafeng-reviewer', '/v1/rules')).body as RulesView;
  expect(rules).toMatchObject({
    title: '盐城市政务云管理实施细则（试行）',
    ruleVersion: 'yancheng-2026-04-27',
  });
  const byId = new Map(rules.values.map((value) => [value.id, value]));
  expect(byId.get('deployWithin')).toMatchObject({ value: '15 个工作日', source: 'regulation' });
  expect(byId.get('target-cloudApplication-countyDepartment-firstReview')).toMatchObject({
    value: '5 个工作日',
    source: 'localDefault',
  });
  const known = new Set(rules.documents.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  for (const { clause } of rules.values) expect(known).toContain(clause);
  expect(rules.versions.filter(({ current }) => current)).toHaveLength(1);
});

it('another city reads its own rules and its own guide', async () => {
  const rules = (await get('kaifeng-clerk', '/v1/rules')).body as RulesView;
  expect(rules.ruleVersion).toMatch(/^kaifeng-/);
  expect(rules.documents.flatMap(({ clauses }) => clauses).every(({ id }) => id.startsWith('kf-'))).toBe(
    true,
  );
  const guide = (await get('kaifeng-clerk', '/v1/guides/cloudApplication')).body as GuideView;
  expect(guide.steps.map(({ title }) => title)).toEqual(['单位确认', '主管部门审核']);
  for (const { clause } of guide.steps.flatMap(({ basis }) => basis)) expect(clause).toMatch(/^kf-cloud-/);
});

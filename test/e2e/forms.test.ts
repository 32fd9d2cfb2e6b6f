import { beforeAll, describe, expect, it } from 'vitest';
import { formView } from '#shared/contracts/forms.ts';
import { tenantList } from '#shared/contracts/tenants.ts';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { applicationWith } from '#test/support/file-application.ts';

const system = sharedSystem();
const formPath = '/v1/forms/cloudApplication';
let clerk: Asker;
let operator: Asker;
let kaifeng: Asker;
beforeAll(async () => {
  [clerk, operator, kaifeng] = await Promise.all([
    askerOf(system, 'dafeng-clerk'),
    askerOf(system, 'yancheng-operator'),
    askerOf(system, 'lankao-clerk'),
  ]);
});

const read = async (asker: Asker, path = formPath) => {
  const heard = await ask(system, asker, 'GET', path);
  expect(heard.status, heard.text).toBe(200);
  return formView.parse(heard.body);
};

describe('the form as data', () => {
  it('is enough to draw and to check an application by', async () => {
    const view = await read(clerk);
    const { form, materials } = view;
    const { sections } = applicationWith();
    expect(form.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(sections)));
    const check = (filled: Readonly<Record<string, unknown>>) =>
      checkApplication({
        form: filled,
        rules: view,
        catalogue: demoCatalogue,
        materials: materials.filter(({ evidence }) => evidence === 'form'),
        files: [],
        on: '2026-07-06',
      });
    expect(check(sections)).toEqual([]);
    expect(check({}).length).toBeGreaterThan(0);
  });

  it('names for each field its official label and clause, for each material whether it is a file', async () => {
    const { form, materials } = await read(clerk);
    for (const { fields } of form.sections)
      for (const { label, clause } of fields) expect([label, clause].every(Boolean)).toBe(true);
    expect(materials.find(({ id }) => id === 'sealedReport')?.evidence).toBe('file');
    expect(materials.find(({ id }) => id === 'report')?.evidence).toBe('form');
  });

  it('asks city departments for the proof that county departments need not show', async () => {
    const proofOf = async (asker: Asker) =>
      (await read(asker)).materials.some(({ id }) => id === 'precondition');
    expect([await proofOf(clerk), await proofOf(operator)]).toEqual([false, true]);
  });

  it('is also answered for the rules that a case is pinned to, of the own city only', async () => {
    const { ruleVersion } = await read(clerk);
    expect(await read(clerk, `${formPath}?ruleVersion=${ruleVersion}`)).toEqual(await read(clerk));
    for (const version of ['kaifeng-2022-04-01', 'yancheng-1999-01-01'])
      expectProblem(await ask(system, clerk, 'GET', `${formPath}?ruleVersion=${version}`), 404, 'not-found');
  });

  it('is refused with the reason where the city does not offer it', async () => {
    const path = '/v1/forms/platformAccount';
    const told = expectProblem(await ask(system, clerk, 'GET', path), 422, 'not-offered');
    expect(told.detail).toContain('不需要先申请平台账号');
    expect((await read(kaifeng, path)).form.id).toBe('kaifeng-platform-account');
  });
});

it("everybody is told the nodes of their own city and no other's", async () => {
  const nodesOf = async (asker: Asker) =>
    tenantList.parse((await ask(system, asker, 'GET', '/v1/tenants')).body).items;
  for (const [asker, id] of [
    [clerk, 'yancheng'],
    [operator, 'yancheng'],
    [kaifeng, 'kaifeng'],
  ] as const) {
    const city = cities.find((candidate) => candidate.id === id);
    const told = await nodesOf(asker);
    const seeded = [city?.name, ...(city?.counties.map(({ name }) => name) ?? [])];
    // Counties that were opened since come after those of the seed.
    expect(told.slice(0, seeded.length).map(({ name }) => name)).toEqual(seeded);
    expect(told.filter((node) => !node.id.startsWith(`${id}/`))).toEqual([]);
  }
});

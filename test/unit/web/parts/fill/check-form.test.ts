import { expect, test } from 'vitest';
import { viewForm } from '#functions/catalogue/app/view-form.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { exampleApplication } from '#test/support/sample-application.ts';
import { checkForm, hintsOf, isMissing, standingOf } from '../../../../../web/parts/fill/check-form.ts';

const nothingSet = { settingsOf: async () => undefined };
const answered = await viewForm(nothingSet, { tenant: 'yancheng/dafeng' }, 'cloudApplication');
if (!answered.ok) throw new Error('Yancheng offers the application');
const form = answered.value;
const catalogue = { ...demoCatalogue, products: [...demoCatalogue.products] };
const on = '2026-07-06';
const check = (contents: Parameters<typeof checkForm>[2]) => checkForm(form, catalogue, contents, on);

test('the example has nothing to mend, by what the API answers alone', () => {
  expect(check(exampleApplication.sections)).toEqual([]);
});

test('an empty form only lacks things, from the first field on, each place said once', () => {
  const problems = check({});
  expect(problems.every(isMissing)).toBe(true);
  expect(problems[0]?.pointer).toBe('/report/systemName');
  const places = problems.filter(({ code }) => code !== 'row-missing').map(({ pointer }) => pointer);
  expect(new Set(places).size).toBe(places.length);
});

test('the rail counts what is wrong apart from what is missing', () => {
  const contents = { report: { contactPhone: '12' } };
  expect(standingOf(form, check(contents), contents).get('report')).toEqual({
    wrong: 1,
    missing: 5,
    begun: true,
  });
});

test('a purchase of what the catalogue offers is pointed out at its row', () => {
  const contents = {
    declarations: { separatePurchase: true, purchases: [{ item: '堡垒机', kind: 'security' }] },
  };
  const hint = hintsOf(form, contents, catalogue, on).get('/declarations/purchases/0');
  expect(hint).toMatchObject({ clause: 'yc-cloud-5-2', message: expect.stringContaining('数据库审计') });
});

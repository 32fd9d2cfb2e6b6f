import { expect, it } from 'vitest';
import { kindList } from '#shared/contracts/kinds.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';

const system = sharedSystem();
const kindsOf = async (user: string) =>
  kindList.parse((await ask(system, await askerOf(system, user), 'GET', '/v1/kinds')).body).items;
const create = async (user: string, body: object) =>
  ask(system, await askerOf(system, user), 'POST', '/v1/cases', { body, key: crypto.randomUUID() });

it('lists what can be asked for with materials, times and ground, and what the unit has of it', async () => {
  const before = (await kindsOf('funing-clerk')).find(({ kind }) => kind === 'cloudApplication');
  expect(before).toMatchObject({ wish: '申请政务云资源', clause: 'yc-cloud-15-4', prepares: true });
  expect(before?.materials.map(({ title }) => title)).toContain('云资源申请报告（附件1-1）');
  expect(before?.times.map(({ title, value }) => `${title} ${value}`)).toContain('初审 5 个工作日');
  expect((await create('funing-clerk', { kind: 'cloudApplication', systemName: '阜宁系统' })).status).toBe(
    201,
  );
  const after = (await kindsOf('funing-clerk')).find(({ kind }) => kind === 'cloudApplication');
  expect(after?.drafts).toBe((before?.drafts ?? 0) + 1);
});

it('offers each only to those who prepare it, and each city its own', async () => {
  expect((await kindsOf('funing-cdo')).every(({ prepares }) => !prepares)).toBe(true);
  expect((await kindsOf('tongxu-clerk')).map(({ kind }) => kind)).toContain('platformAccount');
  expect((await kindsOf('funing-clerk')).map(({ kind }) => kind)).not.toContain('platformAccount');
});

it('names what a kind asks to be named, and nothing of what is the unit’s own', async () => {
  const nameless = await create('funing-clerk', { kind: 'cloudApplication' });
  expectProblem(nameless, 400, 'request-invalid');
  const named = await create('weishi-clerk', { kind: 'platformAccount', systemName: '某系统' });
  expectProblem(named, 400, 'request-invalid');
  expectProblem(await create('funing-clerk', { kind: 'noSuchKind' }), 422, 'not-offered');
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OffCloudAnswer, OffCloudItem, OffCloudList } from '#shared/contracts/off-cloud.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { awaitRead } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const path = '/v1/off-cloud-entries';
const basis = { document: '中华人民共和国保守国家秘密法', number: '第三十一条' };

/** One person's way to the register. */
const registerOf = async (user: string) => {
  const asker = await askerOf(system, user);
  const post = (to: string, body: object, ifMatch?: number) =>
    ask(system, asker, 'POST', to, {
      body,
      key: randomUUID(),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
  const list = async (query: string) => {
    const heard = await ask(system, asker, 'GET', `${path}?limit=100&${query}`);
    expect(heard.status, heard.text).toBe(200);
    return (heard.body as OffCloudList).items;
  };
  return {
    asker,
    list,
    post,
    register: async (body: object) => {
      const heard = await post(path, body);
      expect(heard.status, heard.text).toBe(201);
      return (heard.body as OffCloudAnswer).entryId;
    },
    update: (entryId: string, version: number, body: object) =>
      post(`${path}/${entryId}/updates`, body, version),
    /** The entry in a list, once it is there as wanted. */
    listed: (entryId: string, query: string, wanted: (item: OffCloudItem) => boolean = () => true) =>
      awaitRead(async () => (await list(query)).find((one) => one.entryId === entryId), wanted),
    /** Once the entry has left a list. */
    gone: (entryId: string, query: string) =>
      awaitRead(
        () => list(query),
        (items) => items.every((one) => one.entryId !== entryId),
      ),
  };
};

const existing = (name: string) => ({
  kind: 'system',
  name: `${name}${randomUUID()}`,
  stage: 'existing',
  fiscal: true,
  classified: false,
});

it('[yc-cloud-5-1] [yc-cloud-5-3] a Yancheng department’s systems off the cloud: a new one needs its ground, others are outstanding until planned or exempt', async () => {
  const clerk = await registerOf('xiangshui-clerk');
  const bureau = await registerOf('xiangshui-reviewer');
  const operator = await registerOf('yancheng-operator');
  const county = 'tenant=yancheng/xiangshui&outstanding=true';

  const unfounded = await clerk.post(path, { ...existing('新建系统'), stage: 'new' });
  const told = expectProblem(unfounded, 422, 'off-cloud-invalid');
  expect(told.errors?.[0]).toMatchObject({ pointer: '/basis', clause: 'yc-cloud-5-1' });
  const founded = await clerk.register({ ...existing('新建系统'), stage: 'new', basis });
  expect(await clerk.listed(founded, 'kind=system')).toMatchObject({ status: 'exempt', basis });

  const entryId = await clerk.register(existing('已建系统'));
  for (const desk of [clerk, bureau]) await desk.listed(entryId, 'outstanding=true');
  expect(await operator.listed(entryId, county)).toMatchObject({
    status: 'unplanned',
    clause: 'yc-cloud-5-3',
    may: [],
  });
  expect((await clerk.list('outstanding=true')).map((one) => one.entryId)).not.toContain(founded);
  expectProblem(
    await bureau.update(entryId, 1, { kind: 'plan', plannedOn: '2099-12-31' }),
    403,
    'not-allowed',
  );
  for (const user of ['sheyang-clerk', 'sheyang-reviewer', 'yancheng-clerk', 'kaifeng-authority']) {
    const outsider = await registerOf(user);
    expectProblem(await outsider.update(entryId, 1, { kind: 'start' }), 404, 'not-found');
    expect((await outsider.list('kind=system')).map((one) => one.entryId)).not.toContain(entryId);
  }

  expect((await clerk.update(entryId, 1, { kind: 'plan', plannedOn: '2099-12-31' })).body).toEqual({
    entryId,
    version: 2,
    status: 'planned',
  });
  expectProblem(await clerk.update(entryId, 1, { kind: 'start' }), 409, 'off-cloud-moved');
  await clerk.gone(entryId, 'outstanding=true');
  await operator.gone(entryId, county);

  const records = readFileSync(join(system.dataDir, 'logs', 'yunwangtong-registry.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('access.cross-tenant') && line.includes('yancheng/xiangshui'));
  expect(records.some((line) => line.includes('listOffCloud'))).toBe(true);
});

it('[yc-cloud-3-2] [yc-cloud-3-3] clouds of a Yancheng department: no expansion of its own, no renewal of a lease but by the authority with its ground', async () => {
  const clerk = await registerOf('xiangshui-clerk');
  const leader = await registerOf('xiangshui-leader');
  const name = `机房云${randomUUID()}`;
  const own = await clerk.register({ kind: 'cloud', name, held: 'own', endsOn: '2026-01-31' });
  const refused = expectProblem(
    await clerk.update(own, 1, { kind: 'expand', text: '加 10 台主机。' }),
    422,
    'off-cloud-refused',
  );
  expect(refused.errors?.[0]).toMatchObject({ clause: 'yc-cloud-3-2' });
  expect(await leader.listed(own, 'kind=cloud&outstanding=true')).toMatchObject({ status: 'ended' });

  const leased = await clerk.register({ kind: 'cloud', name, held: 'leased', endsOn: '2099-01-31' });
  const renewal = { kind: 'renew', endsOn: '2099-12-31' };
  for (const [desk, body, code] of [
    [clerk, { ...renewal, basis }, 'off-cloud-refused'],
    [leader, renewal, 'off-cloud-invalid'],
  ] as const) {
    const { errors } = expectProblem(await desk.update(leased, 1, body), 422, code);
    expect(errors?.[0]).toMatchObject({ clause: 'yc-cloud-3-3' });
  }
  expect(await clerk.listed(leased, 'kind=cloud')).toMatchObject({ version: 1, endsOn: '2099-01-31' });
  expect((await leader.update(leased, 1, { ...renewal, basis })).status).toBe(200);
  expect(await clerk.listed(leased, 'kind=cloud')).toMatchObject({ version: 2, endsOn: '2099-12-31', basis });
});

it('[kf-cloud-2-1] [kf-cloud-2-2] a Kaifeng unit’s systems: a fiscal extension needs its ground, an existing one shows its plan or its exemption', async () => {
  const clerk = await registerOf('weishi-clerk');
  const authority = await registerOf('kaifeng-authority');
  const extended = { ...existing('扩建系统'), stage: 'extended' };
  const told = expectProblem(await clerk.post(path, extended), 422, 'off-cloud-invalid');
  expect(told.errors?.[0]).toMatchObject({ pointer: '/basis', clause: 'kf-cloud-2-1' });
  await clerk.register({ ...extended, classified: true });

  const entryId = await clerk.register(existing('已建系统'));
  expect(await authority.listed(entryId, 'tenant=kaifeng/weishi&outstanding=true')).toMatchObject({
    status: 'unplanned',
    clause: 'kf-cloud-2-2',
  });
  expect((await clerk.update(entryId, 1, { kind: 'exempt', basis })).status).toBe(200);
  expect(await authority.listed(entryId, 'tenant=kaifeng/weishi')).toMatchObject({
    status: 'exempt',
    basis,
  });
});

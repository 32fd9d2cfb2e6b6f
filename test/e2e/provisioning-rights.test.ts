import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  deskOf,
  openAll,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { grantMembership, housingClerk } from '#test/support/second-membership.ts';

const system = sharedSystem();

/** People to whom a dongtai health order, its work orders and its system do not exist. */
const outsiders = {
  'another county’s clerk': 'sheyang-clerk',
  'another county’s reviewer': 'sheyang-reviewer',
  'another city’s authority': 'kaifeng-authority',
  'another city’s provider': 'kaifeng-provider',
  'the county’s own tenant administrator': 'dongtai-tenantadmin',
  'a city department': 'yancheng-clerk',
} as const;

let cast: ProvisioningCast;
let orderId: string;
let systemId: string;
const askers = new Map<string, Asker>();
beforeAll(async () => {
  for (const user of [...Object.values(outsiders), 'yancheng-provider', 'dongtai-clerk'])
    askers.set(user, await askerOf(system, user));
  cast = await provisioningCast(system, 'dongtai');
  orderId = await approvedCase(cast, [{ quantity: 1 }]);
  ({ systemId } = await awaitRead(
    () => cast.desks.clerk.order(orderId),
    ({ status }) => status === 'confirming',
  ));
  await awaitRead(() => cast.desks.provider.work(`${orderId}-c`));
});

const bytesOf = (heard: Heard) => {
  const { traceId } = heard.body as { traceId: string };
  return { status: heard.status, text: heard.text.replaceAll(traceId, '') };
};

const nobodys = `dongtai.${'0'.repeat(26)}`;
const requests: readonly (readonly [method: string, path: (id: string) => string, body?: object])[] = [
  ['GET', (id) => `/v1/provisioning-orders/${id}`],
  ['POST', (id) => `/v1/provisioning-orders/${id}/confirmations`, {}],
  ['POST', (id) => `/v1/provisioning-orders/${id}/batches`, { quantities: [{ lineNo: 1, quantity: 1 }] }],
  ['POST', (id) => `/v1/provisioning-orders/${id}/batches/1/releases`, { reason: '退。' }],
  ['POST', (id) => `/v1/provisioning-orders/${id}/batches/1/collections`, { code: '0'.repeat(20) }],
  ['GET', (id) => `/v1/work-orders/${id}-c`],
  ['POST', (id) => `/v1/work-orders/${id}-c/answers`, { kind: 'confirm' }],
  ['POST', (id) => `/v1/work-orders/${id}-c/credentials`, { credentials: '口令' }],
  ['GET', (id) => `/v1/systems/${id}`],
];
const send = (asker: Asker, method: string, path: string, body?: object) =>
  ask(system, asker, method, path, body === undefined ? {} : { body, ifMatch: 1, key: randomUUID() });

describe.each(Object.entries(outsiders))('to %s', (_, user) => {
  it('an order, its work and its system are the very same as unknown ones', async () => {
    const asker = askers.get(user) ?? {};
    for (const [method, path, body] of requests) {
      const real = await send(asker, method, path(path('x').includes('systems') ? systemId : orderId), body);
      expectProblem(real, 404, 'not-found');
      expect(bytesOf(real)).toEqual(bytesOf(await send(asker, method, path(nobodys), body)));
    }
  });

  it('lists show nothing of it', async () => {
    const asker = askers.get(user) ?? {};
    for (const path of [
      '/v1/provisioning-orders?limit=100',
      '/v1/work-orders?limit=100',
      '/v1/systems?limit=100',
      '/v1/resources?limit=100',
    ]) {
      const heard = await ask(system, asker, 'GET', path);
      expect(heard.status, `${path} ${heard.text}`).toBe(200);
      expect(heard.text).not.toContain(orderId);
    }
  });
});

describe('the provider', () => {
  it('[yc-cloud-4-5] sees its own work orders and neither orders nor cases nor the registry', async () => {
    const provider = askers.get('yancheng-provider') ?? {};
    const list = await ask(system, provider, 'GET', '/v1/work-orders?limit=100');
    expect(list.text).toContain(`${orderId}-c`);
    for (const path of [
      `/v1/provisioning-orders/${orderId}`,
      `/v1/systems/${systemId}`,
      `/v1/cases/${orderId}`,
    ])
      expectProblem(await ask(system, provider, 'GET', path), 404, 'not-found');
    const other = await ask(system, askers.get('dongtai-clerk') ?? {}, 'GET', `/v1/work-orders/${orderId}-c`);
    expectProblem(other, 404, 'not-found');
  });
});

describe('the responsibility letter', () => {
  it('[yc-cloud-28-1] [yc-cloud-annex6-1] stands before any opening; version, signer and date are kept, and the text as it was', async () => {
    const { desks } = cast;
    const confirmed = await confirmedOrder(cast, orderId);
    expect(confirmed.letter).toMatchObject({ clause: 'yc-cloud-28-1' });
    expect(confirmed.letter?.signed).toBeUndefined();
    const plan = () => desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
    expect(await plan()).toMatchObject({ status: 409, body: { code: 'letter-unsigned' } });

    const letter = await desks.cdo.letter();
    const { inForce } = letter;
    expect(inForce?.digest).toBe(
      createHash('sha256').update(`${inForce?.title}\n${inForce?.text}`).digest('hex'),
    );
    expect(await desks.clerk.signLetter()).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await desks.cdo.signLetter({ digest: 'a'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'letter-moved' },
    });
    const png = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 1, 2,
    ]);
    expect(
      await desks.cdo.signLetter({
        scan: { fileName: '责任书.png', content: Buffer.from('文').toString('base64') },
      }),
    ).toMatchObject({ status: 422, body: { code: 'file-refused' } });
    const scan = { fileName: '责任书.png', content: png.toString('base64') };
    expect((await desks.cdo.signLetter({ scan })).status).toBe(200);
    expect(await desks.cdo.signLetter()).toMatchObject({ status: 409, body: { code: 'letter-signed' } });
    expect((await desks.cdo.letter()).signatures).toMatchObject([
      {
        version: inForce?.version,
        digest: inForce?.digest,
        by: { organisation: '东台市卫生健康委员会' },
        scan: { fileName: '责任书.png', sha256: createHash('sha256').update(png).digest('hex') },
      },
    ]);
    expect((await plan()).status).toBe(200);
  });

  it('is put in by the city’s administrator, a new version over the old one, which stays what was signed', async () => {
    const admin = deskOf(await clientOf(system, 'yancheng-tenantadmin'));
    const before = (await admin.get<{ version: number; text?: string }>('/v1/letter-text')).body;
    const put = (asker: string, ifMatch: number, text: string) =>
      askerOf(system, asker).then((who) =>
        ask(system, who, 'PUT', '/v1/letter-text', { body: { title: '信息安全责任书', text }, ifMatch }),
      );
    expectProblem(await put('yancheng-operator', before.version, '另一文本'), 403, 'not-allowed');
    expectProblem(await put('yancheng-tenantadmin', before.version + 1, '另一文本'), 409, 'letter-moved');
    const signedBefore = (await cast.desks.cdo.letter()).signatures;
    const text = `第一条 遵守规定。\n${randomUUID()}`;
    expect((await put('yancheng-tenantadmin', before.version, text)).status).toBe(200);
    const now = await cast.desks.cdo.letter();
    expect(now.inForce).toMatchObject({ version: before.version + 1, text });
    expect(now.signatures).toEqual(signedBefore);
    expectProblem(await put('yancheng-tenantadmin', before.version + 1, text), 422, 'template-refused');
  });
});

describe('the registry', () => {
  it('[yc-cloud-4-4] [yc-cloud-6-1] shows a department its own systems and a county its own, with the six stages', async () => {
    const { desks } = cast;
    await signedLetter(cast);
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    await desks.provider.answer(`${orderId}-b1`, openAll(work));
    const view = await awaitRead(
      async () => {
        const { status, body } = await desks.clerk.get<SystemView>(`/v1/systems/${systemId}`);
        return status === 200 ? body : undefined;
      },
      ({ resources, stages }) =>
        resources.some(({ caseId }) => caseId === orderId) && stages[2]?.entries.length === 2,
    );
    expect(view.stages.map(({ label }) => label)).toEqual(['申请', '审核', '开通', '上线', '变更', '退出']);
    expect(view.stages.slice(0, 3).every(({ entries }) => entries.length > 0)).toBe(true);
    expect(view.stages[2]?.entries.map(({ text }) => text)).toEqual(['三方确认完成', '第 1 批开通 1 个资源']);

    const reviewer = await askerOf(system, 'dongtai-reviewer');
    const seen = await ask(system, reviewer, 'GET', '/v1/resources?limit=100');
    expect(seen.text).toContain(orderId);
    const foreign = await ask(
      system,
      askers.get('sheyang-reviewer') ?? {},
      'GET',
      '/v1/resources?tenant=yancheng/dongtai',
    );
    expectProblem(foreign, 404, 'not-found');
    const operator = await askerOf(system, 'yancheng-operator');
    expect((await ask(system, operator, 'GET', '/v1/systems?tenant=yancheng/dongtai')).text).toContain(
      systemId,
    );
    expect((await ask(system, operator, 'GET', '/v1/resources?tenant=yancheng/dongtai')).text).toContain(
      orderId,
    );
  });

  it('[yc-cloud-4-2] every look and act of the city in a county is an access record by its operation', () => {
    const recordedIn = (context: string) =>
      readFileSync(join(system.dataDir, 'logs', `yunwangtong-${context}.log`), 'utf8')
        .split('\n')
        .filter((line) => line.includes('access.cross-tenant') && line.includes('yancheng/dongtai'))
        .map((line) => JSON.parse(line) as { operation: string; caseId?: string });
    const onOrder = recordedIn('provisioning').filter(({ caseId }) => caseId === orderId);
    for (const operation of ['getOrder', 'confirmOrder', 'planBatch'])
      expect(onOrder.map((record) => record.operation)).toContain(operation);
    for (const operation of ['listSystems', 'listResources'])
      expect(recordedIn('registry').map((record) => record.operation)).toContain(operation);
  });

  it('[yc-cloud-4-4] keeps another department of the same county out', async () => {
    const dafeng = await provisioningCast(system, 'dafeng');
    const caseId = await approvedCase(
      dafeng,
      [{ quantity: 1 }],
      `住建看不到的系统${randomUUID().slice(0, 8)}`,
    );
    const order = await awaitRead(() => dafeng.desks.clerk.order(caseId));
    const housing = await grantMembership(system, housingClerk);
    for (const path of [`/v1/systems/${order.systemId}`, `/v1/provisioning-orders/${caseId}`])
      expectProblem(await ask(system, housing, 'GET', path), 404, 'not-found');
    expect((await ask(system, housing, 'GET', '/v1/systems?limit=100')).text).not.toContain(order.systemId);
  });
});

describe('a provider’s account', () => {
  it('[yc-cloud-4-5] is opened under a procurement contract, or not at all', async () => {
    const admin = await askerOf(system, 'yancheng-tenantadmin');
    const add = (body: object) =>
      ask(system, admin, 'POST', '/v1/tenants/_city/organisations', { body, key: randomUUID() });
    const name = `云服务商${randomUUID().slice(0, 8)}`;
    const told = expectProblem(await add({ name, kind: 'provider' }), 422, 'tenant-invalid');
    expect(told.errors).toMatchObject([{ pointer: '/contract', clause: 'yc-cloud-4-5' }]);
    const added = await add({ name, kind: 'provider', contract: '盐采云〔2026〕8号' });
    expect(added.status, added.text).toBe(201);
    const { organisations } = (await ask(system, admin, 'GET', '/v1/tenants/_city')).body as {
      organisations: { name: string; kind: string; contract?: string }[];
    };
    expect(organisations.find((one) => one.name === name)).toMatchObject({
      kind: 'provider',
      contract: '盐采云〔2026〕8号',
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '#shared/contracts/messages.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { minuteOf } from '#shared/regulation/application/documents/document-source.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { download } from '#test/support/download.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  openAll,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';

const system = sharedSystem();
const dayOf = (at: string | undefined) => shanghaiDateOf(new Date(at ?? ''));
let cast: ProvisioningCast;
beforeAll(async () => {
  cast = await provisioningCast(system);
  await signedLetter(cast);
});

/** What somebody was told of an order, by the kind of message. */
const toldOf = (desk: ProvisioningCast['desks']['clerk'], matter: string) => async () => {
  const { body } = await desk.get<{ items: readonly MessageView[] }>('/v1/messages?limit=100');
  return body.items.filter(({ caseId }) => caseId === matter).map(({ event }) => event);
};

const systemOf = (desk: ProvisioningCast['desks']['clerk'], systemId: string) => async () => {
  const { status, body } = await desk.get<SystemView>(`/v1/systems/${systemId}`);
  return status === 200 ? body : undefined;
};

describe('an approved application', () => {
  it('[yc-cloud-17-1] is confirmed by three parties in any order, each counting once, before anything is opened', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 2 }]);
    const order = await awaitRead(
      () => desks.clerk.order(orderId),
      ({ status }) => status === 'confirming',
    );
    expect(order.lines).toMatchObject([
      { lineNo: 1, quantity: 2, remaining: 2, pool: { kind: 'countyPool' } },
    ]);

    await awaitRead(() => desks.provider.work(`${orderId}-c`));
    for (const desk of [desks.cdo, desks.operator])
      await awaitRead(toldOf(desk, orderId), (events) => events.includes('order.toConfirm'));
    await awaitRead(toldOf(desks.provider, `${orderId}-c`), (events) => events.includes('work.issued'));
    expect((await desks.provider.answer(`${orderId}-c`, { kind: 'confirm' })).status).toBe(200);
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ confirmation }) =>
        confirmation?.parties.some(({ party, at }) => party === 'provider' && at) ?? false,
    );
    expect((await desks.operator.confirm(orderId)).status).toBe(200);
    const twice = await desks.operator.confirm(orderId);
    expect(twice).toMatchObject({ status: 409, body: { code: 'already-confirmed' } });
    const two = await desks.clerk.order(orderId);
    expect(two?.confirmation?.confirmedAt).toBeUndefined();
    expect(two?.status).toBe('confirming');
    expect(await desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 2 }] })).toMatchObject({
      status: 409,
      body: { code: 'order-unconfirmed' },
    });

    expect((await desks.clerk.confirm(orderId)).status).toBe(200);
    const confirmed = await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    expect(confirmed.confirmation?.confirmedAt).toBeDefined();
    expect(confirmed.confirmation?.parties.map(({ party }) => party)).toEqual([
      'operator',
      'department',
      'provider',
    ]);

    const asker = await askerOf(system, 'dafeng-clerk');
    const paper = async (kind: string) =>
      wordsOfDocx((await download(system, asker, `/v1/processes/${orderId}/documents/${kind}`)).bytes);
    const sheet = await paper('confirmation');
    expect(sheet.slice(0, 3)).toEqual(['政务云资源开通三方确认单', '信息系统名称', confirmed.systemName]);
    const parties = confirmed.confirmation?.parties ?? [];
    for (const { label, at, by } of parties) {
      const place = sheet.lastIndexOf(label);
      expect(sheet.slice(place, place + 4)).toEqual([label, by?.organisation, by?.name, minuteOf(at ?? '')]);
    }
    const letter = await paper('letter');
    const text = await desks.cdo.letter();
    expect(letter[0]).toBe(text.inForce?.title);
    expect(letter.join('\n')).toContain(text.signatures.at(-1)?.digest);
    expect(letter.some((words) => words.startsWith('签订：'))).toBe(true);
    for (const kind of ['warning', 'reclaim'])
      expectProblem(
        await ask(system, asker, 'GET', `/v1/processes/${orderId}/documents/${kind}`),
        404,
        'not-found',
      );
    for (const stranger of ['sheyang-clerk', 'yancheng-provider', 'kaifeng-authority'])
      expectProblem(
        await ask(
          system,
          await askerOf(system, stranger),
          'GET',
          `/v1/processes/${orderId}/documents/letter`,
        ),
        404,
        'not-found',
      );
  });

  it('[yc-cloud-17-2] [yc-cloud-2-1] leaves resources in the registry with pool, zone, batch and billing from the day they are confirmed and open', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [
      { quantity: 2 },
      { quantity: 1, zone: 'internet', pool: 'cityPool' },
      { productId: 'disk-ssd-100g', quantity: 6 },
    ]);
    const { systemId } = await confirmedOrder(cast, orderId);
    const quantities = [1, 2, 3].map((lineNo) => ({ lineNo, quantity: [2, 1, 6][lineNo - 1] }));
    expect((await desks.operator.plan(orderId, { quantities })).body).toMatchObject({ status: 'opening' });
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    expect(work.units.map(({ unitId }) => unitId)).toEqual([
      `${orderId}-1-1`,
      `${orderId}-1-2`,
      `${orderId}-2-1`,
      `${orderId}-3-1`,
    ]);
    expect(
      (await systemOf(desks.clerk, systemId)())?.resources.filter(({ caseId }) => caseId === orderId),
    ).toEqual([]);
    expect((await desks.provider.answer(`${orderId}-b1`, openAll(work))).body).toMatchObject({
      state: 'done',
    });

    const opened = await awaitRead(
      () => desks.clerk.order(orderId),
      ({ status }) => status === 'opened',
    );
    const [batch] = opened.batches;
    const view = await awaitRead(
      systemOf(desks.clerk, systemId),
      ({ resources }) => resources.filter(({ caseId }) => caseId === orderId).length === 4,
    );
    const rows = view.resources.filter(({ caseId }) => caseId === orderId);
    expect(rows.map(({ pool, zone }) => [pool.kind, zone])).toEqual([
      ['countyPool', 'extranet'],
      ['countyPool', 'extranet'],
      ['cityPool', 'internet'],
      ['countyPool', 'extranet'],
    ]);
    expect(rows[0]).toMatchObject({
      batch: 1,
      lineNo: 1,
      pool: { kind: 'countyPool', county: 'yancheng/dafeng' },
      addresses: ['10.8.0.1'],
      confirmedAt: opened.confirmation?.confirmedAt,
      openedAt: batch?.openedAt,
      specifications: [{ productId: 'host-4c8g', caseId: orderId }],
      billing: [{ from: batch?.billedFrom, quantity: 1, unitPriceFen: 24_100, clause: 'yc-cloud-17-2' }],
    });
    expect(rows[3]?.billing).toMatchObject([{ quantity: 6 }]);
    expect(batch?.billedFrom).toBe(dayOf(batch?.openedAt));
    expect(view.monthlyCostFen).toBeGreaterThanOrEqual(3 * 24_100);
  });

  it('shows a batch that opened in part, bills nothing of it, and goes on with what failed or gives it back', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 3 }]);
    const { systemId } = await confirmedOrder(cast, orderId);
    await desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 3 }] });
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    const { opened } = openAll(work);
    const partly = {
      kind: 'report',
      opened: opened.slice(0, 1),
      failed: work.units.slice(1).map(({ unitId }) => ({ unitId, reason: '宿主机资源不足' })),
    };
    expect((await desks.provider.answer(`${orderId}-b1`, partly)).body).toMatchObject({ state: 'open' });
    const seen = await awaitRead(
      () => desks.operator.order(orderId),
      ({ batches }) => batches[0]?.units.filter(({ state }) => state === 'failed').length === 2,
    );
    await awaitRead(toldOf(desks.operator, orderId), (events) => events.includes('batch.failed'));
    expect(seen).toMatchObject({ status: 'opening', opened: 1, total: 3 });
    expect(seen.batches[0]?.billedFrom).toBeUndefined();
    expect(
      (await systemOf(desks.clerk, systemId)())?.resources.filter(({ caseId }) => caseId === orderId),
    ).toEqual([]);

    // The second attempt opens one of the two; the other goes back to what remains.
    const again = { kind: 'report', opened: opened.slice(1, 2), failed: [] };
    expect((await desks.provider.answer(`${orderId}-b1`, again)).status).toBe(200);
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ opened: count }) => count === 2,
    );
    expect((await desks.operator.release(orderId, 1, '宿主机扩容后再开。')).status).toBe(200);
    const released = await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    expect(released.lines[0]?.remaining).toBe(1);
    expect(released.batches[0]?.openedAt).toBeDefined();
    const view = await awaitRead(
      systemOf(desks.clerk, systemId),
      ({ resources }) => resources.filter(({ caseId }) => caseId === orderId).length === 2,
    );
    expect(
      view.resources.filter(({ caseId }) => caseId === orderId).every(({ billing }) => billing.length === 1),
    ).toBe(true);
    const worked = await awaitRead(
      () => desks.provider.work(`${orderId}-b1`),
      ({ units }) => units.some(({ state }) => state === 'released'),
    );
    expect(worked).toMatchObject({ state: 'done', opened: 2, total: 2 });
  });

  it('[yc-cloud-17-3] opens much at once only with a reason, and the next batch once the last one’s usage has been seen', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 40 }]);
    await confirmedOrder(cast, orderId);
    const plan = (quantity: number, more: object = {}) =>
      desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity }], ...more });
    expect(await plan(40)).toMatchObject({
      status: 422,
      body: { code: 'batch-invalid', errors: [{ pointer: '/reason', clause: 'yc-cloud-17-3' }] },
    });
    expect((await plan(10)).status).toBe(200);
    const first = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    expect(await plan(10)).toMatchObject({ status: 409, body: { code: 'batch-open' } });
    await desks.provider.answer(`${orderId}-b1`, openAll(first));
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    expect(await plan(10)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/usageSeen', code: 'usage-unseen', clause: 'yc-cloud-17-3' }] },
    });
    expect((await plan(10, { usageSeen: '第一批 CPU 平均 62%，内存 58%。' })).status).toBe(200);
    const second = await awaitRead(() => desks.provider.work(`${orderId}-b2`));
    await desks.provider.answer(`${orderId}-b2`, openAll(second));
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    expect((await plan(20, { withoutUsage: '汛期值守提前启用，主管领导同意。' })).status).toBe(200);
    const third = await awaitRead(() => desks.provider.work(`${orderId}-b3`));
    await desks.provider.answer(`${orderId}-b3`, openAll(third));
    const done = await awaitRead(
      () => desks.clerk.order(orderId),
      ({ status }) => status === 'opened',
    );
    expect(done.batches.map(({ usage }) => usage?.seen)).toEqual([undefined, true, false]);
    expect(done.batches.flatMap(({ units }) => units)).toHaveLength(40);
  });

  it('[yc-cloud-annex6-7] hands credentials over once, against a receipt, and keeps nothing that opens them', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 1 }]);
    await confirmedOrder(cast, orderId);
    await desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    expect(await desks.provider.deposit(`${orderId}-b1`, 'root / 早了')).toMatchObject({
      status: 409,
      body: { code: 'batch-open' },
    });
    await desks.provider.answer(`${orderId}-b1`, openAll(work));
    const secret = 'root / Gk7!绝密口令';
    const left = await desks.provider.deposit(`${orderId}-b1`, secret);
    expect(left.status).toBe(200);
    const code = String(left.body['code']);
    await awaitRead(
      () => desks.clerk.order(orderId),
      ({ may }) => may.includes('collectCredentials'),
    );

    await awaitRead(
      toldOf(desks.clerk, orderId),
      (events) => events.includes('credentials.waiting') && events.includes('batch.opened'),
    );
    const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    expect(await desks.clerk.collect(orderId, 1, wrong)).toMatchObject({
      status: 422,
      body: { code: 'code-wrong' },
    });
    expect(await desks.operator.collect(orderId, 1, code)).toMatchObject({ status: 403 });
    const got = await desks.clerk.collect(orderId, 1, code);
    expect(got).toMatchObject({ status: 200, body: { credentials: secret } });
    expect(await desks.clerk.collect(orderId, 1, code)).toMatchObject({
      status: 409,
      body: { code: 'credentials-collected' },
    });
    const order = await desks.clerk.order(orderId);
    expect(order?.batches[0]).toMatchObject({
      credentials: 'collected',
      receipt: { digest: got.body['receipt'], by: { organisation: '盐城市大丰区卫生健康委员会' } },
    });
  });

  it('opens a batch of 300 hosts, in two reports, with 300 rows in the registry', async () => {
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 300 }]);
    const { systemId } = await confirmedOrder(cast, orderId);
    const quantities = [{ lineNo: 1, quantity: 300 }];
    const planned = await desks.operator.plan(orderId, {
      quantities,
      reason: '省级统建系统整体切换，须一次到位。',
    });
    expect(planned.status).toBe(200);
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    const { opened } = openAll(work);
    const far = Array.from({ length: 16 }, (_, index) => `2001:db8:1111:2222:3333:4444:5555:${1000 + index}`);
    const long = opened.map((unit) => ({
      ...unit,
      instanceId: '例'.repeat(100),
      addresses: far,
    }));
    expect(
      await desks.provider.answer(`${orderId}-b1`, { kind: 'report', opened: long, failed: [] }),
    ).toMatchObject({
      status: 422,
      body: { code: 'answer-invalid', errors: [{ pointer: '/opened', code: 'report-too-large' }] },
    });
    for (const half of [opened.slice(0, 150), opened.slice(150)])
      expect(
        (await desks.provider.answer(`${orderId}-b1`, { kind: 'report', opened: half, failed: [] })).status,
      ).toBe(200);
    const view = await awaitRead(
      systemOf(desks.clerk, systemId),
      ({ resources }) => resources.filter(({ caseId }) => caseId === orderId).length === 300,
    );
    expect(new Set(view.resources.map(({ resourceId }) => resourceId)).size).toBe(view.resources.length);
    const credentials = opened
      .map(({ instanceId }) => `${instanceId.slice(-20)} root ${instanceId.slice(-12)}密`)
      .join('\n');
    const left = await desks.provider.deposit(`${orderId}-b1`, credentials);
    expect(left.status).toBe(200);
    await awaitRead(
      () => desks.clerk.order(orderId),
      ({ may }) => may.includes('collectCredentials'),
    );
    expect(await desks.clerk.collect(orderId, 1, String(left.body['code']))).toMatchObject({
      status: 200,
      body: { credentials },
    });
  });
});

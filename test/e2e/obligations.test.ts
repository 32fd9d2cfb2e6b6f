import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '#shared/contracts/messages.ts';
import type { ReclamationSummary } from '#shared/contracts/reclamation.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { messageTimes } from '#test/support/message-times.ts';
import {
  awaitObligation,
  type ObligationDesk,
  obligationsOf,
  openedBatch,
} from '#test/support/obligation-story.ts';
import {
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const times = messageTimes(system);
let cast: ProvisioningCast;
let clerk: Asker;
let department: ObligationDesk;
let operator: ObligationDesk;
beforeAll(async () => {
  cast = await provisioningCast(system, 'yannan');
  await signedLetter(cast);
  clerk = await askerOf(system, 'yannan-clerk');
  department = obligationsOf(cast.desks.clerk);
  operator = obligationsOf(cast.desks.operator);
});
afterEach(async () => {
  await times.resetClock();
  await times.sweep();
});
afterAll(() => times.close());

const calendar = createWorkingCalendar();
const due = (from: string, amount: number, unit: 'workingDay' | 'month') =>
  computeDeadline({ from, amount, unit, direction: 'after' }, calendar).dueOn;
const back = (from: string, amount: number) =>
  computeDeadline({ from, amount, unit: 'workingDay', direction: 'before' }, calendar).dueOn;
const dayOf = (at: string) => shanghaiDateOf(new Date(at));
const evidence = {
  fileName: '部署验收单.pdf',
  content: readFileSync('examples/attachments/proposal.pdf').toString('base64'),
};

describe('an opened batch', () => {
  it('[yc-cloud-17-4] [yc-cloud-17-5] [yc-cloud-annex1-2] [yc-cloud-annex2-6] is to be deployed, live and, where it stores, confirmed again, each by its own day; records reach the registry', async () => {
    const { orderId, systemId, openedAt } = await openedBatch(cast, [
      { quantity: 2 },
      { productId: 'disk-ssd-100g', quantity: 3 },
    ]);
    const opened = dayOf(openedAt);
    const id = (kind: string) => `${orderId}-b1-${kind}`;
    const deploy = await awaitObligation(department, id('deploy'));
    const goLive = await awaitObligation(department, id('goLive'));
    const pledge = await awaitObligation(department, id('pledge'));
    const storage = await awaitObligation(department, id('storageReview-1'));
    expect([deploy, goLive, pledge, storage].map(({ due: limit, clause }) => [limit?.dueOn, clause])).toEqual(
      [
        [due(opened, 15, 'workingDay'), 'yc-cloud-17-4'],
        [due(opened, 30, 'workingDay'), 'yc-cloud-17-5'],
        [due(opened, 1, 'month'), 'yc-cloud-annex1-2'],
        [due(opened, 12, 'month'), 'yc-cloud-annex2-6'],
      ],
    );
    expect(deploy).toMatchObject({ light: 'normal', may: ['perform'], reckoning: { limit: '15 个工作日' } });
    expect(pledge).toMatchObject({ lapse: 'reminds', metBy: id('goLive'), may: [] });

    expect(await department.perform(id('goLive'), { on: opened, statement: '已上线。' })).toMatchObject({
      status: 409,
      body: { code: 'obligation-too-early' },
    });
    expect(
      await department.perform(id('deploy'), { on: addDays(opened, 400), statement: '部署完。' }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/on', code: 'in-future' }] } });
    const recorded = { on: opened, statement: '应用和数据库已部署完毕。', file: evidence };
    const key = crypto.randomUUID();
    const first = await department.perform(id('deploy'), recorded, deploy.version, key);
    expect(first).toMatchObject({ status: 200, body: { status: 'performed' } });
    expect(await department.perform(id('deploy'), recorded, deploy.version, key)).toEqual(first);
    expect(await department.perform(id('deploy'), recorded, deploy.version)).toMatchObject({
      status: 409,
      body: { code: 'obligation-moved' },
    });
    expect((await department.perform(id('goLive'), { on: opened, statement: '已上线运行。' })).status).toBe(
      200,
    );

    const kept = await awaitObligation(department, id('pledge'), ({ status }) => status === 'performed');
    expect(kept).toMatchObject({ light: 'met', performance: { on: opened } });
    const view = await awaitRead(
      async () => (await cast.desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body,
      ({ resources }) =>
        resources.length === 3 &&
        resources.every(({ deployedOn, goneLiveOn }) => deployedOn === opened && goneLiveOn === opened),
    );
    const live = await awaitRead(
      async () => (await cast.desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body.stages[3]?.entries,
      (entries) => entries.length === 2,
    );
    expect(live.map(({ text }) => text)).toEqual([
      `${opened} 完成部署（第 1 批）`,
      `${opened} 上线运行（第 1 批）`,
    ]);
    expect(view.stages[3]?.label).toBe('上线');
    const file = await ask(system, clerk, 'GET', `/v1/obligations/${id('deploy')}/evidence`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(evidence.fileName));
    expect(file.text.startsWith('%PDF')).toBe(true);

    const year = due(opened, 12, 'month');
    await times.setClock(`${addDays(year, 1)}T10:00`);
    const late = await operator.list('&tenant=yancheng/yannan&show=overdue&kind=storageReview');
    expect(late.items.map((item) => item.obligationId)).toContain(id('storageReview-1'));
    const need = { on: addDays(year, 1), statement: '核对用量后仍需 300GB。' };
    expect((await department.perform(id('storageReview-1'), need)).status).toBe(200);
    const next = await awaitObligation(department, id('storageReview-2'));
    expect(next).toMatchObject({ turn: 2, due: { dueOn: due(year, 12, 'month') } });
  });

  it('[yc-cloud-17-6] that is late is explained, judged by the operations body, and reclaimed by nothing but its decision', async () => {
    const { orderId, systemId } = await openedBatch(cast, [{ quantity: 1 }]);
    const deploy = `${orderId}-b1-deploy`;
    const { due: limit } = await awaitObligation(department, deploy);
    const lastDay = limit?.dueOn ?? '';
    const said = { text: '软件供应商交付推迟，部署环境已备齐。', wantedUntil: addDays(lastDay, 20) };
    expect(await department.explain(deploy, said)).toMatchObject({
      status: 409,
      body: { code: 'obligation-not-overdue' },
    });

    await times.setClock(`${lastDay}T23:50`);
    expect(await department.view(deploy)).toMatchObject({ light: 'soon', may: ['perform'] });
    await times.setClock(`${addDays(lastDay, 1)}T00:10`);
    expect(await department.view(deploy)).toMatchObject({ light: 'overdue', may: ['perform', 'explain'] });
    expect((await operator.view(deploy))?.may).toEqual(['extend', 'reclaim']);
    const pledge = await awaitObligation(operator, `${orderId}-b1-pledge`);
    expect(pledge.lapse).toBe('reminds');

    expect((await department.explain(deploy, said)).status).toBe(200);
    expect((await operator.list('&show=explained')).items.map((item) => item.obligationId)).toContain(deploy);
    const reclaim = { verdict: 'reclaim', reason: '资源长期闲置。' };
    expect(await operator.judge(deploy, reclaim)).toMatchObject({
      status: 409,
      body: { code: 'explanation-pending' },
    });
    const refused = await operator.judge(deploy, { verdict: 'refuse', reason: '没有附交付计划。' });
    expect(refused.status).toBe(200);
    expect((await department.explain(deploy, said)).status).toBe(200);
    const until = addDays(lastDay, 14);
    const accept = { verdict: 'accept', until, reason: '供应链原因属实。' };
    expect(await obligationsOf(cast.desks.clerk).judge(deploy, accept)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect((await operator.judge(deploy, accept)).status).toBe(200);
    expect(await operator.view(deploy)).toMatchObject({ due: { dueOn: until }, may: ['extend', 'pause'] });
    expect(await operator.judge(deploy, reclaim)).toMatchObject({
      status: 409,
      body: { code: 'obligation-not-overdue' },
    });

    await times.setClock(`${addDays(until, 1)}T09:30`);
    expect(await operator.view(pledge.obligationId)).toMatchObject({ light: 'reminded', word: '承诺已过期' });
    expect(await operator.judge(pledge.obligationId, reclaim)).toMatchObject({
      status: 409,
      body: { code: 'reclaim-not-offered' },
    });
    const seen = await operator.view(deploy);
    expect(seen).toMatchObject({ light: 'overdue', status: 'open' });
    expect((await operator.judge(deploy, reclaim)).body).toMatchObject({ status: 'reclaimOrdered' });
    expect((await department.view(deploy))?.moves.map(({ kind }) => kind)).toEqual([
      'explained',
      'refused',
      'explained',
      'accepted',
      'reclaimOrdered',
    ]);
    expect(await department.perform(deploy, { on: until, statement: '已部署。' })).toMatchObject({
      status: 409,
      body: { code: 'obligation-closed' },
    });
    // The decision begins a reclamation of its own, with its notice and its grace; nothing is gone by itself.
    const reclamation = await awaitRead(async () =>
      (
        await cast.desks.operator.get<{ items: ReclamationSummary[] }>(
          '/v1/reclamations?tenant=yancheng/yannan&limit=100',
        )
      ).body.items.find((one) => one.systemId === systemId),
    );
    expect(reclamation).toMatchObject({ cause: 'overdueGoLive' });
    const { resources } = (await cast.desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body;
    expect(resources.map(({ state }) => state)).toEqual(['inUse']);
  });

  it('[yc-cloud-28-2] [yc-cloud-annex1-3] [yc-cloud-annex6-8] once deployed is to be assessed within three months, the pledge with it, and again by its level', async () => {
    const { orderId, systemId, openedAt } = await openedBatch(cast, [{ quantity: 1 }]);
    const opened = dayOf(openedAt);
    const deploy = `${orderId}-b1-deploy`;
    await awaitObligation(department, deploy);
    await department.perform(deploy, { on: opened, statement: '已部署。' });
    const within = due(opened, 3, 'month');
    const mlps = await awaitObligation(department, `${systemId}-mlps`);
    const crypto = await awaitObligation(department, `${systemId}-crypto`);
    expect([mlps, crypto].map(({ due: limit, clause }) => [limit?.dueOn, clause])).toEqual([
      [within, 'yc-cloud-28-2'],
      [within, 'yc-cloud-28-2'],
    ]);
    const live = addDays(opened, 7);
    await times.setClock(`${live}T10:00`);
    await awaitObligation(department, `${orderId}-b1-goLive`);
    await department.perform(`${orderId}-b1-goLive`, { on: live, statement: '已上线。' });
    const pledged = await awaitObligation(department, `${systemId}-mlpsPledge`);
    expect(pledged).toMatchObject({
      due: { dueOn: due(live, 3, 'month'), clause: 'yc-cloud-annex1-3' },
      metBy: `${systemId}-mlps`,
    });

    await times.setClock(`${addDays(within, 1)}T10:00`);
    const late = (await department.list('&show=overdue')).items.map((item) => item.obligationId);
    expect(late).toEqual(expect.arrayContaining([`${systemId}-mlps`, `${systemId}-crypto`]));
    expect(late).not.toContain(`${systemId}-mlpsPledge`);
    const assessed = { on: addDays(within, 1), statement: '测评报告编号 2026-1188。' };
    expect(await department.perform(`${systemId}-mlps`, assessed)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/level', code: 'level-required' }] },
    });
    expect((await department.perform(`${systemId}-mlps`, { ...assessed, level: 'level3' })).status).toBe(200);
    const again = due(assessed.on, 12, 'month');
    expect(await department.view(`${systemId}-mlps`)).toMatchObject({ light: 'missed', nextDueOn: again });
    await awaitObligation(department, `${systemId}-mlpsPledge`, ({ light }) => light === 'met');
    const next = await awaitObligation(department, `${systemId}-mlpsAgain-1`);
    expect(next).toMatchObject({ due: { dueOn: again, clause: 'yc-cloud-annex6-8' }, light: 'normal' });
    await times.setClock(`${addDays(again, 1)}T10:00`);
    expect(await department.view(`${systemId}-mlpsAgain-1`)).toMatchObject({ light: 'overdue' });
  });

  it('[yc-cloud-28-2] is reminded of before and after its day, once however often it is swept, and of nothing that is done', async () => {
    const { orderId } = await openedBatch(cast, [{ quantity: 1 }]);
    const deploy = `${orderId}-b1-deploy`;
    const { due: limit } = await awaitObligation(department, deploy);
    const lastDay = limit?.dueOn ?? '';
    const told = async (desk: ProvisioningCast['desks']['clerk'], event: string) =>
      (await desk.get<{ items: MessageView[] }>('/v1/messages?limit=100')).body.items.filter(
        (message) => message.page === `/obligations/${deploy}` && message.event === event,
      );
    const { clerk: owing, operator: judging } = cast.desks;
    const sweepAt = async (instant: string) => {
      await times.setClock(instant);
      await Promise.all([times.sweep(), times.sweep()]);
      await times.sweep();
    };
    await sweepAt(`${back(lastDay, 3)}T09:00`);
    const [soon] = await awaitRead(
      () => told(owing, 'obligation.soon'),
      (found) => found.length > 0,
    );
    expect(soon?.text).toContain(`应当完成部署（第 1 批），期限 ${lastDay}`);
    await sweepAt(`${due(lastDay, 2, 'workingDay')}T17:00`);
    const [late] = await awaitRead(
      () => told(owing, 'obligation.overdue'),
      (found) => found.length > 0,
    );
    expect(late?.text).toContain('已超期 2 个工作日');
    await awaitRead(
      () => told(judging, 'obligation.escalated'),
      (found) => found.length > 0,
    );
    await department.perform(deploy, { on: due(lastDay, 2, 'workingDay'), statement: '已部署。' });
    await sweepAt(`${due(lastDay, 3, 'workingDay')}T09:30`);
    await awaitObligation(department, deploy, ({ light }) => light === 'missed');
    for (const [desk, event] of [
      [owing, 'obligation.soon'],
      [owing, 'obligation.overdue'],
      [judging, 'obligation.escalated'],
    ] as const)
      expect(await told(desk, event)).toHaveLength(1);
  });
});

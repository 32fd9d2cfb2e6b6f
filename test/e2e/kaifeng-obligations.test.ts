import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { sharedSystem } from '#test/support/ask.ts';
import {
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import { messageTimes } from '#test/support/message-times.ts';
import { awaitObligation, type ObligationDesk, obligationsOf } from '#test/support/obligation-story.ts';
import { awaitRead, type Desk, deskOf, openAll } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const times = messageTimes(system);
let cast: KaifengCast;
let desks: { clerk: Desk; authority: Desk; provider: Desk };
let unit: ObligationDesk;
let authority: ObligationDesk;
beforeAll(async () => {
  cast = await kaifengCast(system, 'xiangfu');
  await openAccount(cast);
  desks = {
    clerk: deskOf(cast.clerk),
    authority: deskOf(cast.authority),
    provider: deskOf(await clientOf(system, 'kaifeng-provider')),
  };
  unit = obligationsOf(desks.clerk);
  authority = obligationsOf(desks.authority);
});
afterEach(async () => {
  await times.resetClock();
  await times.sweep();
});
afterAll(() => times.close());

const due = (from: string, amount: number, unitOf: 'workingDay' | 'month') =>
  computeDeadline({ from, amount, unit: unitOf, direction: 'after' }, createWorkingCalendar()).dueOn;

/** The one batch of an application, configured; answers the order, the system and the day. */
const configured = async () => {
  const { caseId, version } = await kaifengDraft(cast);
  await cast.clerk.requestConfirmation(caseId, version);
  await confirm(cast.head, caseId);
  await awaitStatus(cast.clerk, caseId, 'reviewing');
  await decide(cast.authority, caseId, 'approve', '同意。');
  await awaitStatus(cast.clerk, caseId, 'completed');
  await awaitRead(
    () => desks.authority.order(caseId),
    ({ may }) => may.includes('planBatch'),
  );
  await desks.authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 2 }] });
  const work = await awaitRead(() => desks.provider.work(`${caseId}-b1`));
  await desks.provider.answer(work.workId, openAll(work));
  const { systemId, batches } = await awaitRead(
    () => desks.clerk.order(caseId),
    ({ status }) => status === 'opened',
  );
  return { orderId: caseId, systemId, on: shanghaiDateOf(new Date(batches[0]?.openedAt ?? '')) };
};

it('[kf-cloud-16-3] [kf-cloud-17-2] what is configured in Kaifeng is begun within five working days and, once live, tested three times within a month', async () => {
  const { orderId, systemId, on } = await configured();
  const id = (kind: string) => `${orderId}-b1-${kind}`;
  const begin = await awaitObligation(unit, id('beginDeploy'));
  expect(begin).toMatchObject({ due: { dueOn: due(on, 5, 'workingDay'), clause: 'kf-cloud-16-3' } });
  const live = await awaitObligation(unit, id('goLive'));
  expect(live).toMatchObject({ light: 'none', word: '未设期限' });
  expect(live.due).toBeUndefined();

  await times.setClock(`${addDays(due(on, 5, 'workingDay'), 1)}T09:30`);
  expect(await authority.view(id('beginDeploy'))).toMatchObject({ light: 'overdue', may: ['extend'] });
  expect(await authority.judge(id('beginDeploy'), { verdict: 'reclaim', reason: '超期。' })).toMatchObject({
    status: 409,
    body: { code: 'reclaim-not-offered' },
  });
  const begunOn = addDays(due(on, 5, 'workingDay'), 1);
  await unit.perform(id('beginDeploy'), { on: begunOn, statement: '已开展部署。' });
  expect(await unit.view(id('beginDeploy'))).toMatchObject({ light: 'missed' });
  expect((await unit.perform(id('goLive'), { on: begunOn, statement: '已上线。' })).status).toBe(200);

  const tests = ['stressTest', 'internalTest', 'riskAssessment'];
  for (const kind of tests)
    expect(await awaitObligation(unit, id(kind))).toMatchObject({
      due: { dueOn: due(begunOn, 1, 'month'), clause: 'kf-cloud-17-2' },
    });
  await unit.perform(id('stressTest'), { on: begunOn, statement: '并发 300 人，响应 0.8 秒。' });
  await times.setClock(`${addDays(due(begunOn, 1, 'month'), 1)}T10:00`);
  const late = (await authority.list('&tenant=kaifeng/xiangfu&show=overdue')).items
    .map((item) => item.obligationId)
    .filter((found) => found.startsWith(orderId));
  expect(late.sort()).toEqual([id('internalTest'), id('riskAssessment')]);

  const view = await awaitRead(
    async () => (await desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body,
    ({ stages }) => stages[3]?.entries.length === 3,
  );
  expect(
    view.resources.filter(({ caseId }) => caseId === orderId).map(({ goneLiveOn }) => goneLiveOn),
  ).toEqual([begunOn, begunOn]);
});

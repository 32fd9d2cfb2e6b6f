import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, linesOf } from '#examples/play-application.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';
import { messageTimes } from '#test/support/message-times.ts';

const system = sharedSystem();
const inspector = createInspector(() => system);
const times = messageTimes(system);
// The sweep goes back with the clock, before another test opens tasks.
afterEach(async () => {
  await times.resetClock();
  await times.sweep();
});
afterAll(() => {
  inspector.close();
  times.close();
});

const tenant = 'yancheng/yandu';
const workingDay = (from: string, days: number) =>
  computeDeadline(
    { from, amount: Math.abs(days), unit: 'workingDay', direction: days < 0 ? 'before' : 'after' },
    createWorkingCalendar(),
  ).dueOn;
const told = async (user: string, caseId: string, event: string) =>
  (await receivedBy(system, user)).filter(
    (message) => message.id.startsWith(caseId) && message.event === event,
  );
const settled = (caseId: string) =>
  awaitTrue('every notice is carried', async () => (await inspector.notices(tenant, caseId)).length === 0);

describe('the holder of an open task', () => {
  it('is reminded before, on and after the target day, once each however often it is swept', async () => {
    const cast = await countyCast(system, 'yandu');
    const caseId = await submitted(cast);
    const { targetOn = '', taskId } = await awaitTask(cast.reviewer, caseId);
    const seen = await cast.reviewer.view(caseId);
    const executions = await inspector.executions(caseId);
    const sweepOften = async (instant: string) => {
      await times.setClock(instant);
      await Promise.all([times.sweep(), times.sweep(), times.sweep()]);
      await times.sweep();
      await settled(caseId);
    };

    await sweepOften(`${workingDay(targetOn, -1)}T08:59`);
    expect(await told('yandu-reviewer', caseId, 'reminder.before')).toEqual([]);
    await sweepOften(`${workingDay(targetOn, -1)}T09:00`);
    await sweepOften(`${targetOn}T09:01`);
    // The day after is missed, as when nothing ran.
    await sweepOften(`${workingDay(targetOn, 2)}T17:00`);

    const before = await told('yandu-reviewer', caseId, 'reminder.before');
    expect(before.map(({ text }) => text)).toEqual([
      expect.stringContaining(`参考时间 ${targetOn}，即将到期`),
    ]);
    expect(await told('yandu-reviewer', caseId, 'reminder.due')).toHaveLength(1);
    const late = await told('yandu-reviewer', caseId, 'reminder.late');
    expect(late.map(({ text }) => text)).toEqual([expect.stringContaining('已超过 2 个工作日')]);
    expect(await told('yandu-leader', caseId, 'reminder.escalated')).toHaveLength(1);

    const events = await inspector.events(tenant, caseId);
    expect(events.filter(({ type }) => type === 'TaskReminded').map(({ day }) => day)).toEqual([-1, 0, 2]);
    expect(await inspector.executions(caseId)).toEqual(executions);
    const lines = linesOf(seen);
    await cast.reviewer.decide(caseId, taskId, seen.version, {
      verb: 'approve',
      opinion: '同意。',
      assessments: lines.map((line) => ({ lineNo: line.lineNo, quantity: line.quantity })),
    });
    await sweepOften(`${workingDay(targetOn, 3)}T09:00`);
    expect(await told('yandu-reviewer', caseId, 'reminder.late')).toHaveLength(1);
    const { items } = (
      await cast.clerk.call<{ items: { text: string; via: string }[] }>('GET', `/v1/cases/${caseId}/journal`)
    ).body;
    expect(items).toContainEqual(
      expect.objectContaining({ text: '超过参考时间 2 个工作日，提醒办理人，并告知负责人', via: '系统流转' }),
    );
    expect(
      (await cast.clerk.call<{ intact: boolean }>('GET', `/v1/cases/${caseId}/journal/verification`)).body,
    ).toMatchObject({ intact: true });
  });

  it('gets a fresh link with a reminder, which decides', async () => {
    const cast = await countyCast(system, 'yandu');
    const caseId = await sentForConfirmation(cast.clerk);
    await awaitLink(system, 'yandu-cdo', caseId);
    const { targetOn = '' } = await awaitTask(cast.cdo, caseId);
    await times.setClock(`${targetOn}T09:00`);
    await times.sweep();
    const link = await awaitLink(system, 'yandu-cdo', caseId, 1);
    const { view } = await link.open();
    expect((await link.post('decide', { view, verb: 'approve', agreeing: '同意提交。' })).status).toBe(200);
    await awaitStatus(cast.clerk, caseId, 'reviewing');
  });
});

describe('outside working hours', () => {
  afterAll(() => times.sendAtAnyTime('yancheng'));

  it('a message waits for the morning and then comes once, a code comes at once', async () => {
    const cast = await countyCast(system, 'yandu');
    const friday = '2026-11-27';
    await times.keepWorkingHours('yancheng');
    await times.setClock(`${friday}T20:00`);
    const caseId = await sentForConfirmation(cast.clerk);
    const heldUntil = async () => (await inspector.notices(tenant, caseId)).length;
    await awaitTrue('the notice is there', async () => (await heldUntil()) === 1);
    const links = async () => (await told('yandu-cdo', caseId, 'task.cdoConfirmation')).length;
    for (const instant of [`${friday}T20:10`, '2026-11-28T10:00', '2026-11-30T08:29']) {
      await times.setClock(instant);
      await inspector.ageMarkers();
      await Promise.all([times.sweep(), times.sweep()]);
      expect(await links()).toBe(0);
    }
    await times.setClock('2026-11-30T08:30');
    await Promise.all([times.sweep(), times.sweep()]);
    const link = await awaitLink(system, 'yandu-cdo', caseId);
    await settled(caseId);
    await times.sweep();
    expect(await links()).toBe(1);

    await times.setClock('2026-11-30T23:00');
    expect(await link.receiveCode()).toMatch(/^\d{6}$/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { carriedOut, changeDraft, changeTo, mendDraft, systemNow } from '#test/support/change-story.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import {
  createOf,
  fillKaifeng,
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import { awaitObligation, obligationsOf } from '#test/support/obligation-story.ts';
import { awaitRead, type Desk, deskOf } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const contacts = { contactName: '李永军', contactPhone: '13803780011' };
let cast: KaifengCast;
let desks: { clerk: Desk; authority: Desk; provider: Desk };
let used: SystemView;

const send = async (caseId: string) =>
  cast.clerk.requestConfirmation(caseId, (await cast.clerk.view(caseId)).version);
const agreed = async (caseId: string) => {
  await send(caseId);
  await confirm(cast.head, caseId);
  await decide(cast.authority, caseId, 'approve', '同意。');
  return awaitStatus(cast.clerk, caseId, 'completed');
};

beforeAll(async () => {
  cast = await kaifengCast(system, 'gulou');
  await openAccount(cast);
  desks = {
    clerk: deskOf(cast.clerk),
    authority: deskOf(cast.authority),
    provider: deskOf(await clientOf(system, 'kaifeng-provider')),
  };
  const { caseId } = await kaifengDraft(cast, {
    changes: { project: { systemName: '通许县可变更的系统' } },
  });
  await agreed(caseId);
  const order = await awaitRead(
    () => desks.authority.order(caseId),
    ({ may }) => may.includes('planBatch'),
  );
  await desks.authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 2 }] });
  await carriedOut(desks, `${caseId}-b1`);
  used = await awaitRead(
    () => systemNow(desks.clerk, order.systemId),
    ({ resources }) => resources.length === 2,
  );
});

describe('a change in Kaifeng', () => {
  it('[kf-cloud-18-1] [kf-cloud-18-2] goes to the authority and, agreed to, to the provider, who has three working days', async () => {
    const caseId = await changeDraft(
      cast.clerk,
      used.systemId,
      {
        change: { scale: 'minor', summary: '试运行后调整配额。' },
        contacts,
        resources: {
          lines: [{ lineNo: 1, productId: 'kf-object-1t', quantity: 1, purpose: '归档影像' }],
        },
      },
      false,
    );
    expect((await desks.provider.work(`${caseId}-b1`)) ?? 'none').toBe('none');
    const done = await agreed(caseId);
    expect(
      done.tasks.flatMap(({ decision, step, holderLabel }) =>
        decision?.outcome === 'approve' ? [`${step} ${holderLabel}`] : [],
      ),
    ).toHaveLength(2);
    const order = await awaitRead(
      () => desks.authority.order(caseId),
      ({ may }) => may.includes('planBatch'),
    );
    const dueOn = computeDeadline(
      {
        from: shanghaiDateOf(new Date(order.approvedAt)),
        amount: 3,
        unit: 'workingDay',
        direction: 'after',
      },
      createWorkingCalendar(undefined, 'kaifeng/_city'),
    ).dueOn;
    expect(order.due).toMatchObject({ dueOn, clause: 'kf-cloud-18-2' });
    await desks.authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 1 }] });
    const work = await carriedOut(desks, `${caseId}-b1`);
    expect(work.due).toMatchObject({ dueOn, clause: 'kf-cloud-18-2' });
    const view = await awaitRead(
      () => systemNow(desks.clerk, used.systemId),
      ({ resources }) => resources.length === 3,
    );
    expect(view.stages.find(({ stage }) => stage === 'change')?.entries.length).toBeGreaterThan(1);
  });

  it('[kf-cloud-18-3] that is major makes two drafts, whose exit waits for the new to be live or a reason, and bills nothing twice', async () => {
    const key = crypto.randomUUID();
    const asked = { kind: 'resourceChange', systemId: used.systemId, scale: 'major' };
    const filed = await createOf(cast.clerk, asked, key);
    expect((await createOf(cast.clerk, asked, key)).body).toEqual(filed.body);
    const applying = filed.body.caseId;
    const application = await cast.clerk.view(applying);
    const exiting = application.linked?.caseId ?? '';
    const exit = await cast.clerk.view(exiting);
    expect([application, exit]).toMatchObject([
      { kind: 'cloudApplication', linked: { as: 'exit' }, systemId: used.systemId, systemName: used.name },
      { kind: 'shutdown', linked: { as: 'application', caseId: applying }, systemId: used.systemId },
    ]);

    const alone = await problemFrom(cast.clerk.withdraw(exiting, exit.version, '不退了。'));
    expect(alone).toMatchObject({
      code: 'not-editable',
      detail: expect.stringContaining('请先撤回资源申请'),
    });

    await mendDraft(cast.clerk, exiting, {
      exit: { reason: '整体更换为新资源。', offline: true, backedUp: true },
      contacts,
    });
    await send(exiting);
    await confirm(cast.head, exiting);
    const refused = await problemFrom(decide(cast.authority, exiting, 'approve', '同意退出。'));
    expect(refused.errors).toMatchObject([{ code: 'successor-not-live', clause: 'kf-cloud-18-3' }]);

    await fillKaifeng(cast, applying, { changes: { project: { systemName: used.name } } });
    await agreed(applying);
    const order = await awaitRead(
      () => desks.authority.order(applying),
      ({ may }) => may.includes('planBatch'),
    );
    expect(order.systemId).toBe(used.systemId);
    await desks.authority.plan(applying, { quantities: [{ lineNo: 1, quantity: 1 }] });
    await carriedOut(desks, `${applying}-b1`);
    const unit = obligationsOf(desks.clerk);
    for (const kind of ['beginDeploy', 'goLive']) {
      const { obligationId, openedAt } = await awaitObligation(unit, `${applying}-b1-${kind}`);
      await unit.perform(obligationId, { on: shanghaiDateOf(new Date(openedAt)), statement: '已完成。' });
    }
    await awaitRead(
      () => systemNow(desks.clerk, used.systemId),
      ({ resources }) => resources.some(({ caseId, goneLiveOn }) => caseId === applying && goneLiveOn),
    );
    // All that is open is live; half of it is not open yet.
    expect(
      (await problemFrom(decide(cast.authority, exiting, 'approve', '同意退出。'))).errors,
    ).toMatchObject([{ code: 'successor-not-live' }]);
    await awaitRead(
      () => desks.authority.order(applying),
      ({ may }) => may.includes('planBatch'),
    );
    const more = { quantities: [{ lineNo: 1, quantity: 1 }], usageSeen: '第一批使用正常。' };
    expect((await desks.authority.plan(applying, more)).status).toBe(200);
    await carriedOut(desks, `${applying}-b2`);
    const both = await awaitRead(
      () => systemNow(desks.clerk, used.systemId),
      ({ resources }) =>
        resources.some(({ caseId }) => caseId === applying) &&
        resources.every(
          ({ caseId, billing }) => caseId === applying || billing.every(({ to }) => to !== undefined),
        ),
    );
    const from = both.resources.find(({ caseId }) => caseId === applying)?.billing[0]?.from ?? '';
    for (const { caseId, billing } of both.resources)
      if (caseId !== applying) expect(billing.every(({ to = '9999' }) => to <= from)).toBe(true);

    expect(
      (await problemFrom(decide(cast.authority, exiting, 'approve', '同意退出。'))).errors,
    ).toMatchObject([{ code: 'successor-not-live' }]);
    await decide(cast.authority, exiting, 'return', '新资源尚未上线，确需先行退出的请写明理由。');
    await awaitTask(cast.clerk, exiting);
    await mendDraft(cast.clerk, exiting, { exit: { earlyReason: '新旧系统不能同时运行。' } });
    await agreed(exiting);
    const reclamation = await awaitRead(async () => {
      const { status, body } = await desks.clerk.get<ReclamationView>(`/v1/reclamations/${exiting}`);
      return status === 200 ? body : undefined;
    });
    expect(reclamation.resources.map(({ resourceId }) => resourceId).sort()).toEqual(
      both.resources.flatMap(({ caseId, resourceId }) => (caseId === applying ? [] : [resourceId])).sort(),
    );
  });

  it('refuses a target that the resource already is, and a major one filed as one', async () => {
    const resourceId = used.resources[0]?.resourceId ?? '';
    const caseId = await changeDraft(
      cast.clerk,
      used.systemId,
      {
        change: { scale: 'major', summary: '整体扩容。' },
        contacts,
        changes: { lines: [changeTo(1, resourceId, 'kf-host-4c8g')] },
      },
      false,
    );
    const codes = async () =>
      ((await problemFrom(send(caseId))).errors ?? []).map(({ code, clause }) => `${code} ${clause}`);
    expect(await codes()).toEqual(['unchanged kf-cloud-18-1', 'major-apart kf-cloud-18-3']);
    await mendDraft(cast.clerk, caseId, { change: { scale: 'minor' } });
    expect(await codes()).toEqual(['unchanged kf-cloud-18-1']);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { carriedOut, changeDraft, changeTo, mendDraft, systemNow } from '#test/support/change-story.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import {
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import { awaitRead, type Desk, deskOf } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
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
  cast = await kaifengCast(system, 'tongxu');
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
        contacts: { contactName: '李永军', contactPhone: '13803780011' },
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

  it('refuses a target that the resource already is, and a major one filed as one', async () => {
    const resourceId = used.resources[0]?.resourceId ?? '';
    const caseId = await changeDraft(
      cast.clerk,
      used.systemId,
      {
        change: { scale: 'major', summary: '整体扩容。' },
        contacts: { contactName: '李永军', contactPhone: '13803780011' },
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

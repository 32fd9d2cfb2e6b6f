import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import type { CalendarList } from '#shared/contracts/holiday-notices.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { closure } from '#test/support/holiday-notices.ts';
import {
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import { awaitRead, type Desk, deskOf, openAll } from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const dayOf = (at: string | undefined) => shanghaiDateOf(new Date(at ?? ''));
let cast: KaifengCast;
let desks: { clerk: Desk; authority: Desk; provider: Desk };
beforeAll(async () => {
  cast = await kaifengCast(system, 'shunhe');
  await openAccount(cast);
  desks = {
    clerk: deskOf(cast.clerk),
    authority: deskOf(cast.authority),
    provider: deskOf(await clientOf(system, 'kaifeng-provider')),
  };
});

/** The county's offices are closed on a day, by a notice of its own. */
const closeOffices = async (day: string): Promise<void> => {
  const administrator = await askerOf(system, 'shunhe-tenantadmin');
  const today = dayOf(new Date().toISOString());
  await awaitTrue('the notice is published', async () => {
    const { version } = (await ask(system, administrator, 'GET', '/v1/calendars')).body as CalendarList;
    const heard = await ask(system, administrator, 'POST', '/v1/calendars', {
      body: { ...closure(day), issuedOn: today },
      ifMatch: version,
    });
    if (heard.status !== 201 && heard.status !== 409) throw new Error(heard.text);
    return heard.status === 201;
  });
};

describe('in Kaifeng', () => {
  it('[kf-cloud-16-1] [kf-cloud-13-1] opens what the one review agreed to, without confirmation or letter, and not before', async () => {
    const { caseId, version } = await kaifengDraft(cast);
    await cast.clerk.requestConfirmation(caseId, version);
    await confirm(cast.head, caseId);
    await awaitStatus(cast.clerk, caseId, 'reviewing');
    const early = await desks.authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 2 }] }, 1);
    expect(early).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await decide(cast.authority, caseId, 'approve', '同意。');
    const done = await awaitStatus(cast.clerk, caseId, 'completed');
    expect(
      done.tasks.filter(({ decision }) => decision?.outcome === 'approve').map(({ step }) => step),
    ).toEqual(['unitConfirmation', 'localReview']);

    const order = await awaitRead(
      () => desks.authority.order(caseId),
      ({ may }) => may.includes('planBatch'),
    );
    expect(order.confirmation).toBeUndefined();
    expect(order.letter).toBeUndefined();
    expect(order.due).toMatchObject({ clause: 'kf-cloud-16-2', light: 'normal' });
    expect((await desks.clerk.confirm(caseId)).body).toMatchObject({ code: 'not-offered' });
    expect((await desks.authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 2 }] })).status).toBe(
      200,
    );
    const work = await awaitRead(() => desks.provider.work(`${caseId}-b1`));
    expect(work.due?.dueOn).toBe(order.due?.dueOn);

    const closed = order.due?.dueOn ?? '';
    await closeOffices(closed);
    const later = await awaitRead(
      () => desks.clerk.order(caseId),
      ({ due }) => due?.moved !== undefined,
    );
    expect(later.due).toMatchObject({ moved: { from: closed, why: [expect.stringContaining('防汛停办')] } });
    expect((later.due?.dueOn ?? '') > closed).toBe(true);
    await awaitRead(
      () => desks.provider.work(`${caseId}-b1`),
      ({ due }) => due?.dueOn === later.due?.dueOn,
    );
    expect((await desks.provider.answer(`${caseId}-b1`, openAll(work))).status).toBe(200);
    const opened = await awaitRead(
      () => desks.clerk.order(caseId),
      ({ status }) => status === 'opened',
    );
    expect(opened.due?.light).toBe('met');
    expect(opened.batches[0]?.billedFrom).toBe(dayOf(opened.batches[0]?.openedAt));

    const view = await awaitRead(
      async () => {
        const { status, body } = await desks.clerk.get<SystemView>(`/v1/systems/${opened.systemId}`);
        return status === 200 ? body : undefined;
      },
      ({ resources, stages }) =>
        resources.filter(({ caseId: of }) => of === caseId).length === 2 &&
        (stages[2]?.entries.some(({ text }) => text.includes('开通 2 个资源')) ?? false),
    );
    expect(view.stages.map(({ label }) => label)).toEqual(['申请', '审核', '开通', '上线', '变更', '退出']);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { must, post } from '#examples/lifecycle/calls.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import type { MessageView } from '#shared/contracts/messages.ts';
import type { RectificationList, RectificationView } from '#shared/contracts/rectification.ts';
import { longDateOf } from '#shared/regulation/application/documents/document-source.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { download } from '#test/support/download.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { kaifengCast, kaifengDraft, openAccount } from '#test/support/kaifeng-application.ts';
import { submitKind } from '#test/support/other-kinds.ts';
import {
  awaitRead,
  deskOf,
  openAll,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';
import { openedSystem, reclaimDeskOf } from '#test/support/reclamation-story.ts';

const system = sharedSystem();

describe('a warning', () => {
  let cast: ProvisioningCast;
  beforeAll(async () => {
    cast = await provisioningCast(system, 'jingkai');
    await signedLetter(cast);
  });
  const as = async (user: string, method: string, path: string, body?: object, ifMatch?: number) =>
    ask(system, await askerOf(system, user), method, path, {
      ...(body ? { body, key: randomUUID() } : {}),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
  const view = async (user: string, id: string) =>
    (await as(user, 'GET', `/v1/rectifications/${id}`)).body as RectificationView;
  const act = async (user: string, id: string, body: object) =>
    as(user, 'POST', `/v1/rectifications/${id}/acts`, body, (await view('yancheng-operator', id)).version);

  it('[yc-cloud-19-8] [yc-cloud-19-9] is recorded with reason and evidence, and nobody of the department hears of it before the review', async () => {
    const { systemId } = await openedSystem(cast, 1);
    const scan = Buffer.from('%PDF-1.7\n监测记录').toString('base64');
    const finding = {
      ...{ systemId, kind: 'other', reason: '夜间长期闲置。', evidence: '监测记录第 12 号。' },
      file: { fileName: '监测记录.pdf', content: scan },
    };
    expectProblem(
      await as('yancheng-operator', 'POST', '/v1/rectifications', {
        ...finding,
        file: { fileName: '监测记录.pdf', content: Buffer.from('<html>').toString('base64') },
      }),
      422,
      'file-refused',
    );
    const record = (body: object) => as('yancheng-operator', 'POST', '/v1/rectifications', body);
    for (const missing of ['reason', 'evidence'])
      expectProblem(await record({ ...finding, [missing]: '' }), 400, 'request-invalid');
    expectProblem(await as('jingkai-reviewer', 'POST', '/v1/rectifications', finding), 403, 'not-allowed');
    const recorded = await record(finding);
    expect(recorded.status, recorded.text).toBe(201);
    const id = (recorded.body as { rectificationId: string }).rectificationId;

    const list = '/v1/rectifications?limit=100';
    for (const user of ['jingkai-clerk', 'sheyang-reviewer', 'kaifeng-authority', 'yancheng-provider']) {
      expectProblem(await as(user, 'GET', `/v1/rectifications/${id}`), 404, 'not-found');
      expectProblem(await as(user, 'GET', `/v1/processes/${id}/documents/warning`), 404, 'not-found');
      expect((await as(user, 'GET', list)).text, user).not.toContain(id);
    }
    expect((await view('jingkai-leader', id)).may).toEqual(['warn', 'dismiss']);
    expect((await view('yancheng-authority', id)).may, 'it only looks on').toEqual([]);
    expectProblem(await act('yancheng-authority', id, { kind: 'warn', text: '整改。' }), 403, 'not-allowed');
    const toldOf = async (user: string, event: string) =>
      ((await as(user, 'GET', '/v1/messages?limit=100')).body as { items: MessageView[] }).items.filter(
        (message) => message.page === `/rectifications/${id}` && message.event === event,
      );
    const someTold = (found: readonly MessageView[]) => found.length > 0;
    await awaitRead(() => toldOf('jingkai-leader', 'rectification.toReview'), someTold);
    expect(await toldOf('jingkai-clerk', 'rectification.warned')).toEqual([]);
    expect((await act('jingkai-leader', id, { kind: 'warn', text: '限期整改。' })).status).toBe(200);
    const [told] = await awaitRead(() => toldOf('jingkai-clerk', 'rectification.warned'), someTold);
    const warning = await view('jingkai-clerk', id);
    expect(told?.text).toContain(`请整改，期限 ${warning.due?.dueOn}`);
    await awaitRead(() => toldOf('yancheng-authority', 'rectification.copied'), someTold);

    const paper = async (user: string, of: string, kind: string) =>
      wordsOfDocx(
        (await download(system, await askerOf(system, user), `/v1/processes/${of}/documents/${kind}`)).bytes,
      );
    const notice = await paper('jingkai-clerk', id, 'warning');
    const due = longDateOf(`${warning.due?.dueOn}T00:00:00+08:00`);
    expect(notice[0]).toContain('的警告提示和整改通知');
    expect(notice).toEqual(
      expect.arrayContaining([
        '事实：夜间长期闲置。',
        '证据：监测记录第 12 号。',
        '附件：监测记录.pdf',
        '审核意见：限期整改。',
      ]),
    );
    expect(notice.join()).toContain(`请于${due}前完成整改`);
    expectProblem(
      await as('jingkai-clerk', 'GET', `/v1/processes/${id}/documents/disposal`),
      404,
      'not-found',
    );

    const evidence = async (user: string, place: number) =>
      download(system, await askerOf(system, user), `/v1/rectifications/${id}/evidence/${place}`);
    expect(Buffer.from((await evidence('jingkai-clerk', 0)).bytes).toString('base64')).toBe(scan);
    expect((await evidence('jingkai-clerk', 1)).status).toBe(404);
    expect((await evidence('sheyang-clerk', 0)).status).toBe(404);

    const warned = await view('jingkai-clerk', id);
    expect(warned).toMatchObject({ status: 'warned', may: ['state'], due: { clause: 'yc-cloud-19-10' } });
    expect((await as('jingkai-clerk', 'GET', list)).text).toContain(id);
    const proof = Buffer.from('%PDF-1.7\n降配截图').toString('base64');
    const mended = { kind: 'state', of: 'mended', text: '已降配。' };
    const filed = await act('jingkai-clerk', id, {
      ...mended,
      file: { fileName: '降配截图.pdf', content: proof },
    });
    expect(filed.status, filed.text).toBe(200);
    expect((await view('yancheng-operator', id)).statements).toMatchObject([
      { file: { fileName: '降配截图.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    expect(Buffer.from((await evidence('yancheng-operator', 1)).bytes).toString('base64')).toBe(proof);
    expectProblem(
      await act('yancheng-operator', id, { kind: 'propose', measure: 'reclaim', text: '收回。' }),
      409,
      'reclamation-not-now',
    );
    const judged = { kind: 'judge', verdict: 'rectified', text: '复测达标。' };
    expect((await act('yancheng-operator', id, judged)).status).toBe(200);
    expect(await view('jingkai-clerk', id)).toMatchObject({ status: 'rectified', may: [] });
    expectProblem(await act('yancheng-operator', id, judged), 409, 'reclamation-not-now');
  });

  it('for security takes back only after the time to restore, and gives back within it', async () => {
    const { systemId } = await openedSystem(cast, 1);
    const body = { systemId, cause: 'security', reason: '被植入挖矿程序，处置单 18 号。' };
    expectProblem(await as('yancheng-operator', 'POST', '/v1/reclamations', body), 403, 'not-allowed');
    expectProblem(await as('jingkai-clerk', 'POST', '/v1/reclamations', body), 404, 'not-found');
    const authority = await askerOf(system, 'jingkai-leader');
    const key = randomUUID();
    const open = () => ask(system, authority, 'POST', '/v1/reclamations', { body, key });
    const [opened, clicked] = await Promise.all([open(), open()]);
    expect(opened.status, opened.text).toBe(201);
    for (const { status, text } of [clicked, await open()])
      expect({ status, text }).toEqual({ status: 201, text: opened.text });
    const id = (opened.body as { reclamationId: string }).reclamationId;
    expectProblem(await as('jingkai-leader', 'POST', '/v1/reclamations', body), 409, 'reclamation-overlaps');
    const [clerk, provider] = [reclaimDeskOf(cast.desks.clerk), cast.desks.provider];
    await awaitRead(
      () => clerk.reclamation(id),
      ({ provider: charged }) => charged !== undefined,
    );
    const content = await as('jingkai-clerk', 'GET', `/v1/processes/${id}/documents/reclaim/content`);
    expect(content.body, content.text).toMatchObject({
      title: '资源回收决定',
      data: {
        fields: { 回收原因: '安全原因', 决定理由: body.reason },
        conditions: { 可恢复: true },
        lists: { 资源: [{ 序号: '1' }] },
      },
    });
    const work = await awaitRead(() => provider.work(`${id}-reclaim`));
    const done = { kind: 'done', evidence: '已销毁。', erasure: '已覆写。' };
    expect(await provider.answer(work.workId, done)).toMatchObject({
      status: 409,
      body: { code: 'work-early' },
    });
    expect((await clerk.reclaimAct(id, { kind: 'acknowledge' })).status).toBe(200);
    const leader = reclaimDeskOf(deskOf(cast.leader));
    expect((await leader.reclaimAct(id, { kind: 'restore', reason: '已清除，恢复。' })).status).toBe(200);
    const taken = await awaitRead(
      () => provider.work(work.workId),
      ({ state }) => state === 'done',
    );
    expect(taken.task?.withdrawn).toBeDefined();
    const after = await clerk.system(systemId);
    expect(after?.resources.map(({ state }) => state)).toEqual(['inUse']);
    const again = await as('jingkai-leader', 'POST', '/v1/reclamations', body);
    expect(again.status, again.text).toBe(201);
  });
});

describe('an exit in Kaifeng', () => {
  it('[kf-cloud-19-2] is closed once provider and department have both confirmed that the data are erased', async () => {
    const cast = await kaifengCast(system, 'yuwangtai');
    await openAccount(cast);
    const [clerk, authority, provider] = [
      reclaimDeskOf(deskOf(cast.clerk)),
      deskOf(cast.authority),
      deskOf(await clientOf(system, 'kaifeng-provider')),
    ];
    const { caseId, version } = await kaifengDraft(cast);
    await cast.clerk.requestConfirmation(caseId, version);
    await confirm(cast.head, caseId);
    await decide(cast.authority, caseId, 'approve', '同意。');
    await awaitRead(
      () => authority.order(caseId),
      ({ may }) => may.includes('planBatch'),
    );
    await authority.plan(caseId, { quantities: [{ lineNo: 1, quantity: 2 }] });
    const opening = await awaitRead(() => provider.work(`${caseId}-b1`));
    await provider.answer(opening.workId, openAll(opening));
    const { systemId } = await awaitRead(
      () => clerk.order(caseId),
      ({ status }) => status === 'opened',
    );
    await awaitRead(
      () => clerk.system(systemId),
      ({ resources }) => resources.length === 2,
    );

    // What a plan's experts are to review stands in their list; by its number alone they would not know of it.
    const { rectificationId } = await post<{ rectificationId: string }>(
      cast.authority,
      '/v1/rectifications',
      {
        ...{ systemId, kind: 'lowUse', reason: '使用效率偏低。', evidence: '采集报告。' },
      },
    );
    const expert = await clientOf(system, 'kaifeng-expert');
    const { items } = await must<RectificationList>(expert.call('GET', '/v1/rectifications?limit=100'));
    expect(items.map((one) => one.rectificationId)).toContain(rectificationId);

    const exit = await submitKind(cast.clerk, cast.head, {
      kind: 'shutdown',
      systemId,
      sections: {
        exit: { reason: '并入市级平台。', offline: true, backedUp: true },
        contacts: { contactName: '李永军', contactPhone: '13803780011' },
      },
    });
    await decide(cast.authority, exit, 'approve', '同意退出。');
    await awaitStatus(cast.clerk, exit, 'completed');
    const work = await awaitRead(() => provider.work(`${exit}-reclaim`));
    expect(work.due, 'the text gives no limit').toBeUndefined();
    // That the provider was asked is entered behind the work order, and moves the version.
    await awaitRead(
      () => clerk.reclamation(exit),
      ({ provider: charged }) => charged !== undefined,
    );
    expect(await clerk.reclaimAct(exit, { kind: 'confirmErasure', note: '已核对。' })).toMatchObject({
      status: 409,
      body: { code: 'reclamation-not-now' },
    });
    const done = { kind: 'done', evidence: '已释放。', erasure: '已清除，记录 5 号。' };
    expect((await provider.answer(work.workId, done)).body).toMatchObject({ state: 'done' });
    const waiting = await awaitRead(
      () => clerk.reclamation(exit),
      ({ status }) => status === 'confirming',
    );
    expect(waiting.certificate, 'the text knows no certificate').toBeUndefined();
    expect(
      (await clerk.reclaimAct(exit, { kind: 'confirmErasure', note: '双方已核对。' })).body,
    ).toMatchObject({
      status: 'ended',
    });
    const closed = await awaitRead(
      () => clerk.system(systemId),
      ({ closedAt }) => closedAt !== undefined,
    );
    expect(closed.resources.every(({ state }) => state === 'reclaimed')).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#shared/contracts/common.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { download } from '#test/support/download.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import { refusedKind } from '#test/support/other-kinds.ts';
import {
  awaitRead,
  deskOf,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';
import {
  approvedShutdown,
  certifiedShutdown,
  openedSystem,
  type ReclaimDesk,
  reclaimDeskOf,
  shutdownOf,
} from '#test/support/reclamation-story.ts';

const system = sharedSystem();
const inspector = createInspector(() => system);
afterAll(() => inspector.close());
let cast: ProvisioningCast;
let clerk: ReclaimDesk;
let operator: ReclaimDesk;
let provider: ReclaimDesk;
beforeAll(async () => {
  cast = await provisioningCast(system, 'yannan');
  await signedLetter(cast);
  clerk = reclaimDeskOf(cast.desks.clerk);
  operator = reclaimDeskOf(cast.desks.operator);
  provider = reclaimDeskOf(cast.desks.provider);
});

const dayOf = (at: string | undefined) => shanghaiDateOf(new Date(at ?? ''));

/** The public page, as anybody's browser sends its form. */
const check = async (number: string, code: string) => {
  const answer = await fetch(`${system.baseUrl}/certificates`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ number, code }),
  });
  return { status: answer.status, text: await answer.text() };
};

const done = { kind: 'done', evidence: '虚拟机已销毁，工单 3391。', erasure: '磁盘三次覆写，记录 D-77。' };

describe('a shutdown', () => {
  it('[yc-cloud-20-2] [yc-cloud-20-3] [yc-cloud-20-4] [yc-cloud-20-5] takes everything back within two working days, ends the bill and is certified', async () => {
    const { systemId, systemName } = await openedSystem(cast, 2);
    const before = await clerk.system(systemId);
    expect(before?.resources.every(({ state }) => state === 'inUse')).toBe(true);
    const id = await approvedShutdown(cast, systemId);
    const asker = await askerOf(system, 'yannan-clerk');
    const form = await wordsOfDocx(
      (await download(system, asker, `/v1/cases/${id}/documents/shutdownForm`)).bytes,
    );
    expect(form.slice(0, 3)).toEqual(['附件1-5', '盐城市政务云资源关停申请表', '盐城市数据局：']);
    const [said = ''] = form.filter((words) => words.includes('现提出终止政务云服务的申请'));
    expect(said).toContain('因整合到市级门户，现提出终止政务云服务的申请。我单位已完成系统下线');
    expect(form[form.indexOf('首席数据官') + 1]).toBe('王晓芳');

    const opened = await awaitRead(
      () => clerk.reclamation(id),
      ({ provider: charged }) => charged !== undefined,
    );
    const due = computeDeadline(
      { from: dayOf(opened.decidedAt), amount: 2, unit: 'workingDay', direction: 'after' },
      createWorkingCalendar({ version: '0', days: [] }, 'yancheng/yannan'),
    ).dueOn;
    expect(opened).toMatchObject({
      cause: 'shutdown',
      status: 'noticed',
      systemId,
      actOn: dayOf(opened.decidedAt),
      due: { dueOn: due, light: expect.stringMatching(/normal|soon/), clause: 'yc-cloud-20-3' },
      acknowledged: { byForm: true },
      decision: { by: { organisation: '盐城市大数据管理中心' } },
      resourceCount: 2,
    });
    const work = await awaitRead(() => provider.work(`${id}-reclaim`));
    expect(work).toMatchObject({
      kind: 'task',
      kindLabel: '资源回收',
      due: { dueOn: due },
      may: ['carryOut'],
    });
    expect(work.task?.resources.map(({ addresses }) => addresses.length)).toEqual([1, 1]);

    // Neither certified before it is done, nor done without telling how the data were erased.
    expect(await provider.answer(work.workId, { kind: 'certify' })).toMatchObject({
      status: 409,
      body: { code: 'work-undone' },
    });
    expect(await provider.answer(work.workId, { kind: 'done', evidence: '已销毁。' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/erasure' }] },
    });
    expect((await provider.answer(work.workId, done)).body).toMatchObject({ state: 'open' });
    expect((await provider.answer(work.workId, { kind: 'certify' })).body).toMatchObject({ state: 'done' });

    const ended = await awaitRead(
      () => clerk.reclamation(id),
      ({ status }) => status === 'ended',
    );
    expect(ended.executed).toMatchObject({
      evidence: done.evidence,
      by: { organisation: '盐城市政务云服务商（演示）' },
    });
    expect(ended.due?.light).toBe('met');
    const [execution] = await awaitRead(
      () => inspector.executions(id, 'yunwangtong-reclamations'),
      (found) => found.some(({ status }) => status === 'SUCCEEDED'),
    );
    expect(execution?.entered).toEqual(['Notice', 'Execution', 'Certificate', 'Reclaimed']);
    const view = await awaitRead(
      () => clerk.system(systemId),
      ({ closedAt }) => closedAt !== undefined,
    );
    for (const resource of view.resources) {
      expect(resource).toMatchObject({ state: 'reclaimed', addresses: [], reclaimedAt: ended.executed?.at });
      expect(resource.releasedAddresses).toHaveLength(1);
      for (const period of resource.billing) expect(period.to).toBe(ended.billing.until);
    }
    expect(view.monthlyCostFen).toBe(0);
    expect(ended.billing.until).toBe(dayOf(ended.executed?.at));
    expect(view.stages.at(-1)?.entries.map(({ text }) => text)).toEqual([
      '关停申请审核通过，下达回收',
      expect.stringContaining('回收 2 个资源'),
    ]);

    const paper = await clerk.certificate(id);
    expect(paper.number).toMatch(/^关停证明〔\d{4}〕\d{4,}号$/);
    expect(paper.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    const shown = await check(paper.number, paper.code);
    expect(shown.status).toBe(200);
    for (const line of ['证明有效', systemName, paper.number, paper.digest, '盐城市政务云服务商（演示）'])
      expect(shown.text).toContain(line);
    expect(shown.text).not.toContain(paper.code);
    const typed = paper.code.toLowerCase().replace(/(.{5})/g, '$1 ');
    expect((await check(` ${paper.number}`, typed)).status).toBe(200);

    const wrongCode = await check(paper.number, '0'.repeat(20));
    expect(wrongCode.status).toBe(404);
    expect(await check('关停证明〔1999〕0001号', paper.code)).toEqual(wrongCode);
    expect(await check('', '')).toEqual(wrongCode);
  });

  it('is of a system that the registry knows to be in use: neither of a name nor twice', async () => {
    const { systemId, systemName } = await openedSystem(cast, 1);
    const refused = async (asked: object) => {
      const { body } = await cast.clerk.call<Problem>('POST', '/v1/cases', {
        body: { kind: 'shutdown', ...asked },
        key: randomUUID(),
      });
      return (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(await refused({ systemName })).toEqual(['/systemName unknown-field']);
    expect(await refused({})).toEqual(['/systemId required']);
    expect(await refused({ systemId: `yannan.${'0'.repeat(26)}` })).toEqual(['/systemId unknown-system']);
    const id = await approvedShutdown(cast, systemId);
    const work = await awaitRead(() => provider.work(`${id}-reclaim`));
    await provider.answer(work.workId, done);
    await awaitRead(
      () => clerk.system(systemId),
      ({ closedAt }) => closedAt !== undefined,
    );
    expect(await refused({ systemId })).toEqual(['/systemId not-in-use']);
    const finding = { systemId, kind: 'other', reason: '长期闲置。', evidence: '监测记录。' };
    const { body } = await cast.operator.call<Problem>('POST', '/v1/rectifications', {
      body: finding,
      key: randomUUID(),
    });
    expect(body.errors).toMatchObject([{ pointer: '/systemId', code: 'not-in-use' }]);
  });

  it('may have its certificate revoked by its authority, and whoever holds the paper is told so', async () => {
    const id = await certifiedShutdown(cast);
    const paper = await clerk.certificate(id);
    expect((await check(paper.number, paper.code)).text).toContain('证明有效');
    const leader = reclaimDeskOf(deskOf(cast.leader));
    expect(await clerk.reclaimAct(id, { kind: 'revoke', reason: '误。' })).toMatchObject({ status: 403 });
    const revoked = await leader.reclaimAct(id, { kind: 'revoke', reason: '资源清单有误，重新出具。' });
    expect(revoked.status, JSON.stringify(revoked.body)).toBe(200);
    const withdrawn = await awaitRead(
      () => check(paper.number, paper.code),
      ({ text }) => text.includes('撤销'),
    );
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.text).not.toContain('证明有效');
    expect(withdrawn.text).not.toContain('资源清单有误');
    expect(await leader.reclaimAct(id, { kind: 'revoke', reason: '再撤销。' })).toMatchObject({
      status: 409,
      body: { code: 'reclamation-not-now' },
    });
  });

  it('[yc-cloud-19-13] lets storage go only once cold data are handed to the archive, three years unused', async () => {
    const today = dayOf(new Date().toISOString());
    const row = {
      name: '2019 年门诊影像',
      lastUsedOn: '2020-06-30',
      receiver: '盐城市档案馆',
      receiverKind: 'archive',
      handedOn: today,
      receipt: '盐档收〔2026〕18号',
    };
    const { systemId } = await openedSystem(cast, 1);
    const asked = (rows: readonly object[]) =>
      refusedKind(cast.clerk, shutdownOf(systemId, { any: true, rows }));
    const { receipt: _, ...unreceipted } = row;
    expect(await asked([])).toContain('/coldData/rows yc-cloud-19-13');
    expect(await asked([unreceipted])).toEqual(['/coldData/rows/0/receipt yc-cloud-19-13']);
    expect(await asked([{ ...row, lastUsedOn: today }])).toEqual([
      '/coldData/rows/0/lastUsedOn yc-cloud-19-13',
    ]);
    const id = await approvedShutdown(cast, systemId, { any: true, rows: [row] });
    const opened = await awaitRead(() => clerk.reclamation(id));
    expect(opened.archived).toEqual([row]);
  });

  it('is seen by its department, its county and the city, and by nobody else', async () => {
    const { systemId } = await openedSystem(cast, 1);
    const id = await approvedShutdown(cast, systemId);
    // That the provider was asked is entered behind the work order, and moves the version.
    await awaitRead(
      () => operator.reclamation(id),
      ({ provider: charged }) => charged !== undefined,
    );
    const list = async (user: string) =>
      (await ask(system, await askerOf(system, user), 'GET', '/v1/reclamations?limit=100')).text;
    for (const user of ['yannan-clerk', 'yannan-reviewer', 'yancheng-operator'])
      expect(await list(user), user).toContain(id);
    for (const user of ['sheyang-clerk', 'yancheng-provider', 'kaifeng-authority', 'yannan-tenantadmin']) {
      const asker = await askerOf(system, user);
      expect(await list(user), user).not.toContain(id);
      for (const path of [`/v1/reclamations/${id}`, `/v1/reclamations/${id}/certificate`])
        expectProblem(await ask(system, asker, 'GET', path), 404, 'not-found');
    }
    expect(await operator.reclaimAct(id, { kind: 'acknowledge' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect(await clerk.reclaimAct(id, { kind: 'acknowledge' })).toMatchObject({
      status: 409,
      body: { code: 'reclamation-not-now' },
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import { formView } from '#shared/contracts/forms.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { askerOf, sharedSystem } from '#test/support/ask.ts';
import { download } from '#test/support/download.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import {
  askForAccount,
  createOf,
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
  type Written,
} from '#test/support/kaifeng-application.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';

const system = sharedSystem();
let cast: KaifengCast;
beforeAll(async () => {
  cast = await kaifengCast(system);
  await openAccount(cast);
});

const reviewed = async (): Promise<string> => {
  const { caseId, version } = await kaifengDraft(cast);
  await cast.clerk.requestConfirmation(caseId, version);
  await confirm(cast.head, caseId);
  await awaitStatus(cast.clerk, caseId, 'reviewing');
  return caseId;
};

const refusedWith = async (written: Written) => {
  const { caseId, version } = await kaifengDraft(cast, written);
  const problem = await problemFrom(cast.clerk.requestConfirmation(caseId, version));
  expect(problem.code).toBe('form-incomplete');
  expect((await cast.clerk.view(caseId)).status).toBe('draft');
  return (problem.errors ?? []).map(({ pointer, clause }) => `${pointer} ${clause}`);
};

describe('the words for who reviews', () => {
  it('[kf-cloud-16-1] name the authority of the city, in the list and on the sheet of opinions, and no internal id', async () => {
    const caseId = await reviewed();
    const view = await cast.clerk.view(caseId);
    expect(view.statusLabel).toBe('主管部门审核中');
    const asker = await askerOf(system, 'lankao-clerk');
    const { bytes } = await download(system, asker, `/v1/cases/${caseId}/documents/approval`);
    const words = await wordsOfDocx(bytes);
    const authority = cities.find(({ id }) => id === 'kaifeng')?.authority ?? '';
    expect(words[words.indexOf('受理机关') + 1]).toBe(authority);
    expect(words[words.indexOf('办件编号') + 1]).toBe(view.number);
    expect(words.join('\n')).not.toContain(caseId);
  });
});

describe('the account on the management platform', () => {
  it('[kf-cloud-13-2] comes before the first application, is opened by the authority, and is asked for once', async () => {
    const unit = await kaifengCast(system, 'tongxu');
    const early = await createOf(unit.clerk, { kind: 'cloudApplication', systemName: '通许县系统' });
    expect({ status: early.status, code: early.body.code }).toEqual({ status: 422, code: 'account-missing' });

    const caseId = await askForAccount(unit);
    const second = await createOf(unit.clerk, { kind: 'platformAccount' });
    expect({ status: second.status, code: second.body.code }).toEqual({
      status: 409,
      code: 'account-exists',
    });
    await decide(unit.authority, caseId, 'approve', '同意开通。');
    await awaitStatus(unit.clerk, caseId, 'completed');

    expect((await createOf(unit.clerk, { kind: 'platformAccount' })).status).toBe(409);
    expect((await createOf(unit.clerk, { kind: 'cloudApplication', systemName: '通许县系统' })).status).toBe(
      201,
    );
  });

  it('is free again after a withdrawal or a rejection, and only once for two clerks at once', async () => {
    const unit = await kaifengCast(system, 'qixian');
    const rejected = await askForAccount(unit);
    await decide(unit.authority, rejected, 'reject', '材料与单位不符。');
    await awaitStatus(unit.clerk, rejected, 'rejected');
    const both = await Promise.all([
      createOf(unit.clerk, { kind: 'platformAccount' }),
      createOf(unit.clerk, { kind: 'platformAccount' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const open = both.find(({ status }) => status === 201)?.body;
    await unit.clerk.call('POST', `/v1/cases/${open?.caseId}/withdrawals`, {
      body: { reason: '填错了' },
      ifMatch: open?.version ?? 0,
      key: crypto.randomUUID(),
    });
    expect((await createOf(unit.clerk, { kind: 'platformAccount' })).status).toBe(201);
  });
});

describe('an application in Kaifeng', () => {
  it('[kf-cloud-5-1] [kf-cloud-6-1] goes straight to the city authority, whose one decision ends it; the county looks on', async () => {
    const caseId = await reviewed();
    const observer = await clientOf(system, 'lankao-observer');
    expect((await observer.view(caseId)).tasks.every(({ verbs }) => verbs.length === 0)).toBe(true);
    expect((await observer.tasks('?limit=100')).items).toEqual([]);
    const elsewhere = await clientOf(system, 'tongxu-observer');
    expect((await elsewhere.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);

    await decide(cast.authority, caseId, 'approve', '同意。');
    const done = await awaitStatus(cast.clerk, caseId, 'completed');
    expect(done.route.map(({ title }) => title)).toEqual(['单位确认', '主管部门审核']);
    expect(done.tasks.map(({ holderLabel }) => holderLabel)).toEqual(['使用单位负责人', '市级主管部门']);
    expect(done.confirmation?.by.roleLabel).toBe('使用单位负责人');
  });

  it('is returned by the authority and mended', async () => {
    const caseId = await reviewed();
    await decide(cast.authority, caseId, 'return', '请补充归集共享方式。');
    const returned = await awaitStatus(cast.clerk, caseId, 'correcting');
    await cast.clerk.requestConfirmation(caseId, returned.version);
    await confirm(cast.head, caseId);
    expect((await awaitTask(cast.authority, caseId)).round).toBe(2);
  });

  it('[kf-cloud-14-2] offers needs of six kinds, and wants at least one line', async () => {
    const { form, resourceKinds } = formView.parse(
      (await cast.clerk.call('GET', '/v1/forms/cloudApplication')).body,
    );
    expect(form.sections.map(({ id }) => id)).toContain('resources');
    expect(resourceKinds.kinds.map(({ label }) => label)).toEqual([
      '云主机',
      '云数据库',
      '云存储',
      '云安全',
      '云灾备',
      '网络资源',
    ]);
    expect(await refusedWith({ changes: { resources: { lines: [] } } })).toEqual([
      '/resources/lines kf-cloud-14-2',
    ]);
  });

  it('[kf-cloud-8-1] is not sent with a line that gives no reason', async () => {
    const { host } = await kaifengDraft(cast);
    const lines = [{ lineNo: 1, productId: host.id, quantity: 2 }];
    expect(await refusedWith({ changes: { resources: { lines } } })).toEqual([
      '/resources/lines/0/purpose kf-cloud-8-1',
    ]);
  });

  it('[kf-cloud-14-1] is not sent for a new system without its approval', async () => {
    expect(await refusedWith({ attached: ['securityAgreement'] })).toEqual([
      '/attachments/projectApproval kf-cloud-14-1',
    ]);
  });

  it('asks of an existing system the survey and the migration plan instead', async () => {
    const changes = { project: { projectKind: 'existing', approvalNumber: '' } };
    expect(await refusedWith({ changes, attached: ['securityAgreement'] })).toEqual([
      '/attachments/siteSurvey kf-cloud-15-1',
      '/attachments/migrationPlan kf-cloud-15-2',
    ]);
  });

  it('[kf-cloud-28-2] is not sent without the signed security agreement', async () => {
    expect(await refusedWith({ attached: ['projectApproval'] })).toEqual([
      '/attachments/securityAgreement kf-cloud-28-2',
    ]);
    const changes = { declarations: { agreementSigned: false } };
    expect(await refusedWith({ changes })).toEqual(['/declarations/agreementSigned kf-cloud-28-2']);
  });

  it('[kf-cloud-10-5] is not sent with a separate purchase of what the catalogue offers, but with any other', async () => {
    const purchasing = (kind: string) => ({
      declarations: { separatePurchase: true, purchases: [{ item: '数据库服务器', kind }] },
    });
    expect(await refusedWith({ changes: purchasing('database') })).toEqual([
      '/declarations/purchases/0/kind kf-cloud-10-5',
    ]);
    const { caseId, version } = await kaifengDraft(cast, { changes: purchasing('other') });
    await cast.clerk.requestConfirmation(caseId, version);
  });

  it('[kf-cloud-8-4] is not sent without its data-sharing statement', async () => {
    expect(await refusedWith({ changes: { sharing: { statement: ' ' } } })).toEqual([
      '/sharing/statement kf-cloud-8-4',
    ]);
  });

  it.each(['classified', 'workSecret'])('[kf-cloud-31-1] is blocked when it is %s', async (flag) => {
    expect(await refusedWith({ changes: { declarations: { [flag]: true } } })).toEqual([
      `/declarations/${flag} kf-cloud-31-1`,
    ]);
  });

  it('names the funding channel of a unit outside the level’s budget', async () => {
    expect(await refusedWith({ changes: { project: { fundedAtThisLevel: false } } })).toEqual([
      '/project/fundingChannel kf-cloud-10-6',
    ]);
  });

  it('goes the same way for a unit of the city itself', async () => {
    const own = await kaifengCast(system, 'kaifeng');
    await openAccount(own);
    const { caseId, version } = await kaifengDraft(own);
    await own.clerk.requestConfirmation(caseId, version);
    await confirm(own.head, caseId);
    await decide(own.authority, caseId, 'approve', '同意。');
    expect((await awaitStatus(own.clerk, caseId, 'completed')).route).toHaveLength(2);
  });
});

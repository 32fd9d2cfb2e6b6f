import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#examples/client.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { sharedSystem } from '#test/support/ask.ts';
import {
  createOf,
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import {
  draftOfKind,
  refusedKind,
  submitKind,
  type WrittenMatter,
  workingDaysOn,
} from '#test/support/other-kinds.ts';
import { awaitRead, deskOf, openAll } from '#test/support/provisioning-story.ts';

import { registeredSystem } from '#test/support/registered-system.ts';

const system = sharedSystem();
const contacts = { contactName: '李永军', contactPhone: '13803780011' };
let cast: KaifengCast;
let provider: Client;
let productId: string;
beforeAll(async () => {
  cast = await kaifengCast(system, 'xiangfu');
  provider = await clientOf(system, 'kaifeng-provider');
  await openAccount(cast);
  const { body } = await cast.clerk.call<{ products: { id: string; kind: string }[] }>(
    'GET',
    '/v1/catalogue',
  );
  productId = body.products.find(({ kind }) => kind === 'host')?.id ?? '';
});

const record = (
  person: Client,
  { caseId, version }: Pick<CaseView, 'caseId' | 'version'>,
  act: string,
  body: object,
) =>
  person.call<{ code?: string; errors?: { pointer: string; clause?: string }[] }>(
    'POST',
    `/v1/cases/${caseId}/acts/${act}`,
    { body, ifMatch: version, key: crypto.randomUUID() },
  );

describe('temporary expansion', () => {
  const expansion = (days: Readonly<Record<string, unknown>>): WrittenMatter => ({
    kind: 'temporaryExpansion',
    systemName: '尉氏县医保报销平台',
    sections: {
      expansion: { occasion: 'event', reason: '集中缴费期访问量为平时五倍。', ...days },
      resources: { lines: [{ lineNo: 1, productId, quantity: 2, purpose: '缴费高峰应用服务' }] },
      contacts,
    },
  });

  it('[kf-cloud-21-4] three working days ahead is in time; two are late and need a reason; an end is mandatory', async () => {
    const [third, second, end] = [3, 2, 20].map(workingDaysOn);
    expect(await refusedKind(cast.clerk, expansion({ from: second, to: end }))).toEqual([
      '/expansion/lateReason kf-cloud-21-4',
    ]);
    expect(await refusedKind(cast.clerk, expansion({ from: third }))).toEqual([
      '/expansion/to kf-cloud-21-4',
    ]);
    expect(await refusedKind(cast.clerk, expansion({ from: end, to: third }))).toEqual([
      '/expansion/to kf-cloud-21-4',
    ]);
    const late = expansion({ from: second, to: end, lateReason: '省里昨日通知提前开始。' });
    const caseId = await submitKind(cast.clerk, cast.head, late);
    await decide(cast.authority, caseId, 'approve', '同意。');
    expect((await awaitStatus(cast.clerk, caseId, 'completed')).route).toHaveLength(2);
  });

  it('[kf-cloud-21-5] given approval, the provider has its task from the first day, and department and authority see how it stands', async () => {
    const [today = '', third, end] = [0, 3, 20].map(workingDaysOn);
    const desks = {
      clerk: deskOf(cast.clerk),
      authority: deskOf(cast.authority),
      provider: deskOf(provider),
    };
    const agreed = async (days: Readonly<Record<string, unknown>>): Promise<string> => {
      const caseId = await submitKind(cast.clerk, cast.head, expansion({ ...days, to: end }));
      await decide(cast.authority, caseId, 'approve', '同意。');
      return caseId;
    };
    const [running, coming] = await Promise.all([
      agreed({ from: today, lateReason: '省里昨日通知提前开始。' }),
      agreed({ from: third }),
    ]);
    const work = await awaitRead(() => desks.provider.work(`${running}-b1`));
    expect(work).toMatchObject({
      kindLabel: '临时扩充重点保障',
      window: { from: today, to: end },
      due: { dueOn: today, clause: 'kf-cloud-21-5' },
      units: [{ state: 'ordered' }, { state: 'ordered' }],
    });
    for (const desk of [desks.clerk, desks.authority]) {
      expect(await desk.order(running)).toMatchObject({ statusLabel: '开通中', window: { to: end } });
      expect(await awaitRead(() => desk.order(coming))).toMatchObject({ statusLabel: '待开始', may: [] });
    }
    expect(await desks.provider.work(`${coming}-b1`)).toBeUndefined();
    expect(await desks.authority.plan(coming, { quantities: [{ lineNo: 1, quantity: 1 }] })).toMatchObject({
      body: { code: 'not-offered' },
    });
    await desks.provider.answer(work.workId, openAll(work));
    await awaitRead(
      () => desks.clerk.order(running),
      ({ statusLabel }) => statusLabel === '保障中',
    );
  });
});

describe('the provider’s major platform change', () => {
  const files = ['impactAnalysis', 'testReport', 'verificationPlan', 'changeRecord'];
  const change = (from: string, attached = files): WrittenMatter => ({
    kind: 'platformChange',
    systemName: '虚拟化平台升级',
    sections: {
      change: {
        type: 'upgrade',
        content: '计算节点滚动升级。',
        affected: '全部系统，单台短时迁移。',
        from,
        to: from,
      },
      contacts,
    },
    files: attached,
  });

  it('[kf-cloud-23-1] is filed by the provider alone, ten working days ahead', async () => {
    const byUnit = await createOf(cast.clerk, { kind: 'platformChange', systemName: '升级' });
    expect(byUnit.status).toBe(403);
    expect(await refusedKind(provider, change(workingDaysOn(9)))).toEqual(['/change/from kf-cloud-23-1']);
    await submitKind(provider, provider, change(workingDaysOn(10)));
  });

  it('[kf-cloud-23-2] lacks none of four records, and begins only once approved', async () => {
    for (const missing of files)
      expect(
        await refusedKind(
          provider,
          change(
            workingDaysOn(10),
            files.filter((one) => one !== missing),
          ),
        ),
      ).toEqual([`/attachments/${missing} kf-cloud-23-2`]);
    const caseId = await submitKind(provider, provider, change(workingDaysOn(10)));
    const waiting = await provider.view(caseId);
    const begun = { on: workingDaysOn(10), notified: '全部使用单位' };
    expect((await record(provider, waiting, 'start', begun)).body.code).toBe('not-approved');
    expect((await provider.view(caseId)).acts[0]?.recorded).toBeUndefined();

    await decide(cast.authority, caseId, 'approve', '同意实施。');
    const approved = await awaitStatus(provider, caseId, 'completed');
    expect((await record(provider, approved, 'verified', { result: '正常' })).body.code).toBe('act-recorded');
    expect(
      (await record(provider, approved, 'start', {})).body.errors?.map(({ pointer }) => pointer),
    ).toEqual(['/start/on', '/start/notified']);
    expect((await record(provider, approved, 'start', begun)).status).toBe(200);
    const started = await provider.view(caseId);
    expect(started.acts[0]?.recorded?.content).toEqual(begun);
    expect((await record(provider, started, 'start', begun)).body.code).toBe('act-recorded');
    expect((await record(provider, started, 'verified', { result: '全部系统正常。' })).status).toBe(200);
    const journal = await provider.call<{ items: { text: string }[] }>(
      'GET',
      `/v1/cases/${caseId}/journal?limit=100`,
    );
    expect(journal.body.items.map(({ text }) => text).join()).toContain('登记办后事项：开始实施');
  });
});

describe('a provider that leaves', () => {
  const leaving = (changes: Readonly<Record<string, unknown>> = {}): WrittenMatter => ({
    kind: 'providerExit',
    sections: {
      leaving: {
        cause: 'expired',
        reason: '采购协议年底期满。',
        from: workingDaysOn(1),
        to: workingDaysOn(60),
        support: '逐个系统制定割接方案，专人配合。',
        ...changes,
      },
      contacts,
    },
  });

  it('[kf-cloud-11-1] names the end of its transition, and has not left while a system on its cloud is not migrated', async () => {
    expect(await refusedKind(provider, leaving({ to: '' }))).toEqual(['/leaving/to kf-cloud-11-1']);
    expect(await refusedKind(provider, leaving({ to: workingDaysOn(0) }))).toEqual([
      '/leaving/to kf-cloud-11-1',
    ]);
    expect((await createOf(cast.clerk, { kind: 'providerExit' })).status).toBe(403);
    const { caseId: application, version } = await kaifengDraft(cast, {
      changes: { project: { systemName: `留在云上的系统${crypto.randomUUID().slice(0, 8)}` } },
    });
    await cast.clerk.requestConfirmation(application, version);
    await confirm(cast.head, application);
    await decide(cast.authority, application, 'approve', '同意。');
    const authority = deskOf(cast.authority);
    const { systemName } = await awaitRead(
      () => authority.order(application),
      ({ may }) => may.includes('planBatch'),
    );
    await authority.plan(application, { quantities: [{ lineNo: 1, quantity: 2 }] });
    const engineer = deskOf(provider);
    const work = await awaitRead(() => engineer.work(`${application}-b1`));
    await engineer.answer(work.workId, openAll(work));
    await awaitRead(
      async () =>
        (await deskOf(cast.clerk).get<{ name: string; inUse: unknown[] }>(`/v1/systems/${application}`)).body,
      ({ inUse = [] }) => inUse.length > 0,
    );

    const caseId = await submitKind(provider, provider, leaving());
    const closing = { on: workingDaysOn(60), erasure: '介质销毁记录 12 号。' };
    const early = await provider.view(caseId);
    expect((await record(provider, early, 'close', closing)).body.code).toBe('not-approved');
    await decide(cast.authority, caseId, 'approve', '同意退出。');
    const approved = await awaitStatus(provider, caseId, 'completed');
    const refused = await record(provider, approved, 'close', closing);
    expect(refused).toMatchObject({ status: 409, body: { code: 'systems-left' } });
    expect(JSON.stringify(refused.body)).toContain('尚未迁移的系统');
    expect((await provider.view(caseId)).acts[0]?.recorded).toBeUndefined();
    expect(systemName).toContain('留在云上的系统');
  });
});

describe('migration of an existing system', () => {
  const migration = (
    changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
    files = ['siteSurvey', 'migrationPlan', 'securityAgreement'],
  ): WrittenMatter => ({
    kind: 'migration',
    systemName: '尉氏县档案系统',
    sections: {
      survey: {
        on: '2026-11-02',
        surveyors: '王工、李工',
        findings: '两台物理机，数据 2TB。',
        ...changes['survey'],
      },
      migration: { method: '先建后切。', plannedOn: '2027-03-31', safeguards: '全量比对。' },
      resources: {
        lines: [{ lineNo: 1, productId, quantity: 2, purpose: '应用和数据库' }],
        ...changes['resources'],
      },
      sharing: { statement: '档案目录归集至县级平台。', compliant: true },
      declarations: { classified: false, workSecret: false, agreementSigned: true },
      contacts,
    },
    files,
  });

  it('[kf-cloud-15-1] [kf-cloud-15-2] is not sent without the survey or without needs, and never by the provider', async () => {
    expect(
      await refusedKind(
        cast.clerk,
        migration({ survey: { findings: '' } }, ['migrationPlan', 'securityAgreement']),
      ),
    ).toEqual(['/attachments/siteSurvey kf-cloud-15-1', '/survey/findings kf-cloud-15-1']);
    expect(await refusedKind(cast.clerk, migration({ resources: { lines: [] } }))).toEqual([
      '/resources/lines kf-cloud-14-2',
    ]);
    expect((await createOf(provider, { kind: 'migration', systemName: '档案系统' })).status).toBe(403);
  });

  it('[kf-cloud-9-2] is closed with the integrity check’s result only', async () => {
    const caseId = await submitKind(cast.clerk, cast.head, migration());
    await decide(cast.authority, caseId, 'approve', '同意迁移。');
    const approved = await awaitStatus(cast.clerk, caseId, 'completed');
    expect((await record(cast.clerk, approved, 'close', { on: '2027-03-30' })).body.errors).toMatchObject([
      { pointer: '/close/integrity', clause: 'kf-cloud-9-2' },
      { pointer: '/close/check', clause: 'kf-cloud-9-2' },
    ]);
    const result = { on: '2027-03-30', integrity: 'complete', check: '逐库比对行数和校验和，一致。' };
    expect((await record(cast.clerk, approved, 'close', result)).status).toBe(200);
    expect((await cast.authority.view(caseId)).acts[0]?.recorded?.content).toEqual(result);
  });
});

describe('exit', () => {
  let systemId: string;
  beforeAll(async () => {
    systemId = await registeredSystem(system, cast.clerk, '尉氏县旧报名系统');
  });
  const exit = (changes: Readonly<Record<string, unknown>> = {}): WrittenMatter => ({
    kind: 'shutdown',
    systemId,
    sections: { exit: { reason: '并入市级平台。', offline: true, backedUp: true, ...changes }, contacts },
  });

  it('[kf-cloud-19-1] is filed formally, and refused while offline or backup is not confirmed', async () => {
    expect(await refusedKind(cast.clerk, exit({ offline: false }))).toEqual(['/exit/offline kf-cloud-19-1']);
    expect(await refusedKind(cast.clerk, exit({ backedUp: undefined }))).toEqual([
      '/exit/backedUp kf-cloud-19-1',
    ]);
    const caseId = await submitKind(cast.clerk, cast.head, exit());
    await decide(cast.authority, caseId, 'approve', '同意退出。');
    await awaitStatus(cast.clerk, caseId, 'completed');
  });
});

it('[kf-cloud-10-6] a unit outside the level’s budget names its channel, and no deliberation is asked of it', async () => {
  const project = (fundingChannel?: string) => ({
    project: { fundedAtThisLevel: false, ...(fundingChannel ? { fundingChannel } : {}) },
  });
  const nameless = await kaifengDraft(cast, { changes: project() });
  const refused = await cast.clerk.call<{ errors: { pointer: string; clause: string }[] }>(
    'POST',
    `/v1/cases/${nameless.caseId}/confirmation-requests`,
    { body: {}, ifMatch: nameless.version, key: crypto.randomUUID() },
  );
  expect(refused.body.errors).toMatchObject([
    { pointer: '/project/fundingChannel', clause: 'kf-cloud-10-6' },
  ]);
  const { caseId, version } = await kaifengDraft(cast, { changes: project('省级卫生专项') });
  await cast.clerk.requestConfirmation(caseId, version);
  const view = await cast.clerk.view(caseId);
  expect(view.route.map(({ title }) => title)).toEqual(['单位确认', '主管部门审核']);
  expect(
    (await createOf(cast.clerk, { kind: 'nonFiscalDeliberation', systemName: '某系统' })).body.code,
  ).toBe('not-offered');
});

it('a draft of a kind can be left and taken up again', async () => {
  const caseId = await draftOfKind(cast.clerk, {
    kind: 'shutdown',
    systemId: await registeredSystem(system, cast.clerk, '尉氏县旧报名系统'),
    sections: {},
  });
  expect((await cast.clerk.view(caseId)).kindTitle).toBe('政务云服务退出申请');
});

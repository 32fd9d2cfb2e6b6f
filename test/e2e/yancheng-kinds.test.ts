import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#examples/client.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, type Cast, confirm, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { draftOf } from '#test/support/file-application.ts';
import {
  dedicatedDomain,
  draftOfKind,
  refusedKind,
  submitKind,
  type WrittenMatter,
} from '#test/support/other-kinds.ts';
import {
  approvedCase,
  confirmedOrder,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { registeredSystem } from '#test/support/registered-system.ts';
import { switchedOff } from '#test/support/sample-application.ts';

const system = sharedSystem();
const people = {
  cdoName: '王晓芳',
  cdoPhone: '13805110001',
  contactName: '李志强',
  contactPhone: '13805110002',
};
let cast: Cast;
let authority: Client;
beforeAll(async () => {
  cast = await countyCast(system, 'xiangshui');
  authority = await clientOf(system, 'yancheng-authority');
});

describe('shutdown', () => {
  let systemId: string;
  beforeAll(async () => {
    systemId = await registeredSystem(system, cast.clerk, '响水县旧门户');
  });
  const shutdown = (
    changes: Readonly<Record<string, unknown>> = {},
    contacts: object = people,
  ): WrittenMatter => ({
    kind: 'shutdown',
    systemId,
    sections: {
      shutdown: { reason: '整合到市级门户。', offline: true, backedUp: true, statement: true, ...changes },
      coldData: { any: false },
      contacts: { ...contacts },
    },
  });

  it.each(['offline', 'backedUp'])('[yc-cloud-20-1] is refused while %s is not ticked', async (field) => {
    for (const value of [false, undefined])
      expect(await refusedKind(cast.clerk, shutdown({ [field]: value }))).toEqual([
        `/shutdown/${field} yc-cloud-20-1`,
      ]);
  });

  it('[yc-cloud-annex5-1] wants a reason, the statement, and the unit’s own signature', async () => {
    expect(await refusedKind(cast.clerk, shutdown({ reason: ' ' }))).toEqual([
      '/shutdown/reason yc-cloud-annex5-1',
    ]);
    expect(await refusedKind(cast.clerk, shutdown({ statement: undefined }))).toEqual([
      '/shutdown/statement yc-cloud-annex5-1',
    ]);
    const caseId = await draftOfKind(cast.clerk, shutdown());
    await cast.clerk.requestConfirmation(caseId, (await cast.clerk.view(caseId)).version);
    expect((await cast.clerk.view(caseId)).round, 'unsigned it is not submitted').toBe(0);
    await confirm(cast.cdo, caseId);
    const signed = await awaitStatus(cast.clerk, caseId, 'reviewing');
    expect(signed.confirmation).toMatchObject({ round: 1, by: { roleLabel: '首席数据官' } });
    expect(signed.confirmation?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[yc-cloud-annex5-2] names CDO and contact with phones; both come from the person register', async () => {
    const { cdoPhone: _, ...phoneless } = people;
    expect(await refusedKind(cast.clerk, shutdown({}, phoneless))).toEqual([
      '/contacts/cdoPhone yc-cloud-annex5-2',
    ]);
    const begun = await cast.clerk.view(
      await draftOfKind(cast.clerk, { kind: 'shutdown', systemId, sections: {} }),
    );
    const { person } = await cast.cdo.me();
    const contacts = begun.sections.find(({ section }) => section === 'contacts')?.content;
    expect(contacts).toMatchObject({ cdoName: person.name, cdoPhone: expect.stringMatching(/^1\d{10}$/) });
  });

  it('is reviewed by the operations body alone, to the end', async () => {
    const caseId = await submitKind(cast.clerk, cast.cdo, shutdown());
    expect((await cast.reviewer.tasks('?limit=100')).items.map((item) => item.case.caseId)).not.toContain(
      caseId,
    );
    await decide(cast.operator, caseId, 'approve', '同意关停。');
    const done = await awaitStatus(cast.clerk, caseId, 'completed');
    expect(done.route.map(({ title }) => title)).toEqual(['单位确认', '运行管理机构审核']);
    expect(done.priced).toBe(false);
  });
});

describe('deliberation of a project that is not fiscally funded', () => {
  const deliberation = (systemName: string): WrittenMatter => ({
    kind: 'nonFiscalDeliberation',
    systemName,
    sections: {
      project: {
        funding: '企业自筹',
        purpose: '园区服务。',
        need: '须与政务系统对接。',
        resources: '两台云主机，一年。',
      },
      contacts: { ...people },
    },
  });
  const application = async (deliberated?: string) => {
    const { caseId } = await draftOf(cast.clerk);
    const view = await cast.clerk.view(caseId);
    const declarations = view.sections.find(({ section }) => section === 'declarations');
    await cast.clerk.saveSection(caseId, 'declarations', declarations?.version ?? 0, {
      ...declarations?.content,
      fiscallyFunded: false,
      ...(deliberated ? { deliberation: deliberated } : {}),
    });
    return { caseId, version: (await cast.clerk.view(caseId)).version, systemName: view.systemName };
  };
  const problemsOf = async (deliberated?: string) => {
    const { caseId, version } = await application(deliberated);
    const problem = await problemFrom(cast.clerk.requestConfirmation(caseId, version));
    return (problem.errors ?? []).map(({ pointer, clause }) => `${pointer} ${clause}`);
  };
  /** The authority asks the operations body, hears it and concludes. */
  const conclude = async (caseId: string, verb: 'approve' | 'reject') => {
    const task = await awaitTask(authority, caseId);
    const { version } = await authority.view(caseId);
    const unheard = await problemFrom(
      authority.decide(caseId, task.taskId, version, { verb, opinion: '同意。' }),
    );
    expect(unheard.errors).toMatchObject([{ code: 'not-heard', clause: 'yc-cloud-21-4' }]);
    const signer = (await cast.operator.me()).memberships[0]?.id;
    await authority.call('POST', `/v1/cases/${caseId}/tasks/${task.taskId}/countersigns`, {
      body: { position: 'before', mode: 'all', signers: [signer], question: '请就资源承载能力提出意见。' },
      ifMatch: version,
      key: crypto.randomUUID(),
    });
    await decide(cast.operator, caseId, 'approve', '资源可以承载。');
    await decide(authority, caseId, verb, '经审议，形成一致意见。');
  };

  it('[yc-cloud-2-2] [yc-cloud-21-4] blocks the application until it has passed, and holds for that project only', async () => {
    expect(await problemsOf()).toEqual(['/declarations/deliberation yc-cloud-2-2']);
    expect(await problemsOf('xiangshui.00000000000000000000000000')).toEqual([
      '/declarations/deliberation yc-cloud-21-4',
    ]);

    const { systemName } = await application();
    const passed = await submitKind(cast.clerk, cast.cdo, deliberation(systemName));
    expect(await problemsOf(passed), 'not concluded yet').toEqual([
      '/declarations/deliberation yc-cloud-21-4',
    ]);
    await conclude(passed, 'approve');
    const record = await awaitStatus(cast.clerk, passed, 'completed');
    expect(record.tasks.flatMap(({ decision }) => decision?.opinion ?? [])).toEqual(
      expect.arrayContaining(['资源可以承载。', '经审议，形成一致意见。']),
    );

    const other = await submitKind(cast.clerk, cast.cdo, deliberation(`${systemName}二期`));
    await conclude(other, 'approve');
    await awaitStatus(cast.clerk, other, 'completed');
    expect(await problemsOf(other), 'another project').toEqual(['/declarations/deliberation yc-cloud-21-4']);

    const { caseId, version } = await application(passed);
    await cast.clerk.requestConfirmation(caseId, version);
    await confirm(cast.cdo, caseId);
    expect((await awaitTask(cast.reviewer, caseId)).stageTitle, 'on as article 15 has it').toBe('初审');
  });

  it('that was turned down is no ground', async () => {
    const { systemName } = await application();
    const refused = await submitKind(cast.clerk, cast.cdo, deliberation(systemName));
    await conclude(refused, 'reject');
    await awaitStatus(cast.clerk, refused, 'rejected');
    expect(await problemsOf(refused)).toEqual(['/declarations/deliberation yc-cloud-21-4']);
  });
});

describe('a dedicated domain', () => {
  it('[yc-cloud-11-1] is not sent without its plan, and goes to the authority, not to the operations body', async () => {
    expect(await refusedKind(cast.clerk, dedicatedDomain({}, []))).toEqual([
      '/attachments/domainPlan yc-cloud-11-1',
    ]);
    const caseId = await submitKind(cast.clerk, cast.cdo, dedicatedDomain());
    expect((await awaitTask(authority, caseId)).stageTitle).toBe('审核');
    expect((await cast.operator.tasks('?limit=100')).items.map((item) => item.case.caseId)).not.toContain(
      caseId,
    );
  });

  it('[yc-cloud-11-2] nothing is opened in it while its plan is under review, nor before responsibilities are recorded', async () => {
    const opening = await provisioningCast(system, 'xiangshui');
    await signedLetter(opening);
    const domain = await submitKind(cast.clerk, cast.cdo, dedicatedDomain());
    const lines = [{ quantity: 1, pool: 'dedicatedDomain', zone: 'dedicated' }];
    const orderId = await approvedCase(opening, lines, `专有域内系统${randomUUID().slice(0, 8)}`, { domain });
    const order = await confirmedOrder(opening, orderId);
    expect(order.lines).toMatchObject([{ pool: { kind: 'dedicatedDomain' }, zone: 'dedicated' }]);
    const plan = () => opening.desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
    expect(await plan()).toMatchObject({ status: 409, body: { code: 'domain-under-review' } });
    await decide(authority, domain, 'approve', '同意建设。');
    const { version } = await awaitStatus(cast.clerk, domain, 'completed');
    expect(await plan()).toMatchObject({ status: 409, body: { code: 'domain-split-missing' } });
    const recorded = await cast.clerk.call('POST', `/v1/cases/${domain}/acts/responsibilities`, {
      body: { department: '建设、使用和数据安全。', operator: '底座运行和网络隔离。' },
      ifMatch: version,
      key: randomUUID(),
    });
    expect(recorded.status).toBe(200);
    expect((await plan()).status).toBe(200);
  });

  it('[yc-cloud-10-1] [yc-cloud-11-2] a line lies in one zone, and in a domain only by a plan of its own unit', async () => {
    const refused = async (zone: string, plan: Readonly<Record<string, unknown>>) => {
      const line = { lineNo: 1, productId: 'host-4c8g', quantity: 1, pool: 'dedicatedDomain', zone };
      const { caseId, version } = await draftOf(cast.clerk, {
        resources: { lines: [{ ...line, purpose: '业务节点' }] },
        declarations: { backup: 'own' },
        compute: switchedOff('compute'),
        plan,
      });
      const { errors } = await problemFrom(cast.clerk.requestConfirmation(caseId, version));
      return errors?.map(({ pointer, clause }) => `${pointer} ${clause}`);
    };
    const unknown = 'xiangshui.00000000000000000000000009';
    expect(await refused('internet', { domain: unknown })).toEqual([
      '/resources/lines/0/zone yc-cloud-10-1',
      '/plan/domain yc-cloud-11-2',
    ]);
    expect(await refused('dedicated', {})).toEqual(['/plan/domain yc-cloud-11-2']);
  });

  it('[yc-cloud-2-3] has a named owner, a sector and a scope that other departments do not see', async () => {
    for (const field of ['owner', 'sector', 'scope'])
      expect(await refusedKind(cast.clerk, dedicatedDomain({ [field]: '' }))).toEqual([
        `/domain/${field} yc-cloud-2-3`,
      ]);
    const caseId = await submitKind(cast.clerk, cast.cdo, dedicatedDomain());
    await decide(authority, caseId, 'approve', '同意建设。');
    const registered = await awaitStatus(cast.clerk, caseId, 'completed');
    expect(registered.sections.find(({ section }) => section === 'domain')?.content).toMatchObject({
      sector: '卫生健康',
    });
    const elsewhere = await clientOf(system, 'binhai-clerk');
    expect((await elsewhere.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
    expect((await (await clientOf(system, 'yancheng-clerk')).call('GET', `/v1/cases/${caseId}`)).status).toBe(
      404,
    );
  });
});

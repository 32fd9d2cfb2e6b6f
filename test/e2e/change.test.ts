import { beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { DocumentList } from '#shared/contracts/documents.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { askerOf, sharedSystem } from '#test/support/ask.ts';
import {
  carriedOut,
  changeDraft,
  changeTo,
  firstMaterials,
  mendDraft,
  proposal,
  systemInUse,
  systemNow,
  yanchengChange,
} from '#test/support/change-story.ts';
import { download } from '#test/support/download.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { createOf } from '#test/support/kaifeng-application.ts';
import {
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';

const system = sharedSystem();
const dayOf = (at: string | undefined) => shanghaiDateOf(new Date(at ?? ''));
let cast: ProvisioningCast;
let used: SystemView;
beforeAll(async () => {
  cast = await provisioningCast(system, 'xiangshui');
  await signedLetter(cast);
  used = await systemInUse(cast, '响水县变更所依之系统', [{ quantity: 4 }]);
});

const send = async (caseId: string) =>
  cast.clerk.requestConfirmation(caseId, (await cast.clerk.view(caseId)).version);
/** What keeps a change from being sent: code and place. */
const refused = async (caseId: string): Promise<readonly string[]> =>
  ((await problemFrom(send(caseId))).errors ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
const submitted = async (caseId: string): Promise<void> => {
  await send(caseId);
  await confirm(cast.cdo, caseId);
  await awaitStatus(cast.clerk, caseId, 'reviewing');
};
const resourceOf = (index: number): string => used.resources[index]?.resourceId ?? '';
const reviewed = async (caseId: string): Promise<void> => {
  await decide(cast.reviewer, caseId, 'approve', '同意。');
  await decide(cast.leader, caseId, 'approve', '同意。');
  await decide(cast.operator, caseId, 'approve', '同意，按此变更。');
  await awaitStatus(cast.clerk, caseId, 'completed');
};

describe('a change of a system in use', () => {
  it('is about one of the unit’s own systems, and of nothing else', async () => {
    const kinds = [
      { kind: 'resourceChange' },
      { kind: 'resourceChange', systemName: '某系统' },
      { kind: 'resourceChange', systemId: 'xiangshui.01HZZZZZZZZZZZZZZZZZZZZZZZ' },
      { kind: 'cloudApplication', systemName: '某系统', systemId: used.systemId },
    ];
    for (const body of kinds) {
      const answer = await createOf(cast.clerk, body);
      expect(answer, JSON.stringify(body)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    }
    const { clerk: stranger } = await provisioningCast(system, 'jingkai');
    expect(await createOf(stranger, { kind: 'resourceChange', systemId: used.systemId })).toMatchObject({
      status: 400,
    });
  });

  it('[yc-cloud-annex3-1] [yc-cloud-annex3-4] begins with what the last approved plan says, and wants its picture and its four contacts', async () => {
    const caseId = await changeDraft(cast.clerk, used.systemId, yanchengChange(), false);
    const view = await cast.clerk.view(caseId);
    const plan = view.sections.find(({ section }) => section === 'plan')?.content;
    const application = await cast.clerk.view(used.systemId);
    const before = application.sections.find(({ section }) => section === 'plan')?.content;
    expect(view).toMatchObject({ systemName: used.name, systemId: used.systemId });
    expect(plan?.['background']).toBe(before?.['background']);
    expect(plan?.['architecture']).toBe(before?.['architecture']);
    const people = view.sections.find(({ section }) => section === 'contacts')?.content['people'];
    expect(people).toHaveLength(4);

    await mendDraft(cast.clerk, caseId, {
      changes: { lines: [changeTo(1, resourceOf(0), 'host-8c16g')] },
      contacts: { people: (people as object[]).slice(1) },
    });
    expect(await refused(caseId)).toEqual([
      'material-missing /attachments/architecturePicture',
      'row-missing /contacts/people',
    ]);
  });

  it('[yc-cloud-annex3-2] refers to resources of the system with a target each, beside new lines without one', async () => {
    const caseId = await changeDraft(cast.clerk, used.systemId, {
      ...yanchengChange(),
      changes: {
        lines: [
          changeTo(1, 'xiangshui.01HZZZZZZZZZZZZZZZZZZZZZZZ-1-1', 'host-8c16g'),
          changeTo(2, resourceOf(0), 'host-4c8g'),
          { ...changeTo(3, resourceOf(1), ''), productId: '' },
        ],
      },
    });
    expect(await refused(caseId)).toEqual([
      'required /changes/lines/2/productId',
      'not-of-system /changes/lines/0/resourceId',
      'unchanged /changes/lines/1/productId',
    ]);
    const referring = { lineNo: 4, resourceId: resourceOf(0), productId: 'host-4c8g', quantity: 1 };
    const told = await problemFrom(mendDraft(cast.clerk, caseId, { resources: { lines: [referring] } }));
    expect(told.errors).toMatchObject([{ pointer: '/resources/lines/0/resourceId', code: 'unknown-field' }]);
  });

  it('[yc-cloud-18-2] is carried out only after the county’s and the operations body’s review, and billed as changed from then on', async () => {
    const { desks } = cast;
    const caseId = await changeDraft(cast.clerk, used.systemId, {
      ...yanchengChange(),
      changes: { lines: [changeTo(1, resourceOf(0), 'host-8c16g')] },
      resources: {
        lines: [
          {
            lineNo: 2,
            productId: 'host-4c8g',
            quantity: 1,
            pool: 'countyPool',
            zone: 'extranet',
            purpose: '新增的查询节点',
          },
        ],
      },
    });
    await submitted(caseId);
    expect((await desks.provider.work(`${caseId}-b1`)) ?? 'none yet').toBe('none yet');
    await reviewed(caseId);

    const { body: papers } = await desks.clerk.get<DocumentList>(`/v1/cases/${caseId}/documents`);
    // The annexes of an application would leave out what is changed.
    expect(papers.items.map(({ kind }) => kind)).toEqual(['changePlan', 'approval']);
    const plan = await wordsOfDocx(
      (
        await download(
          system,
          await askerOf(system, 'xiangshui-clerk'),
          `/v1/cases/${caseId}/documents/changePlan`,
        )
      ).bytes,
    );
    expect(plan).toContain(`盐城市响水县卫生健康委员会${used.name}云资源变更方案`);
    const table = plan.indexOf('2.变更云资源明细表');
    const row = plan.slice(table + 8, table + 15);
    expect(row).toEqual([
      '1',
      expect.stringMatching(/^通用型云主机 4核8G.*，1台$/),
      '1台',
      expect.stringContaining('8核16G'),
      expect.stringMatching(/^[\d,]+\.\d\d$/),
      expect.stringMatching(/^[\d,]+\.\d\d$/),
      resourceOf(0),
    ]);
    const usage = plan.indexOf('月平均综合使用率（%）');
    expect(plan.slice(usage)).toEqual(expect.arrayContaining(['86.40', '近三个月 CPU 月均 88%，内存 85%。']));

    const work = await carriedOut(desks, `${caseId}-b1`, 'c');
    expect(work).toMatchObject({
      kind: 'reconfiguration',
      units: [{ unitId: resourceOf(0), state: 'ordered' }],
      lines: [{ changes: { resourceId: resourceOf(0), quantity: 1 } }],
    });
    // The added line is opened as a first application's is, without asking what was seen of the changed ones.
    const order = await awaitRead(
      () => desks.operator.order(caseId),
      ({ may }) => may.includes('planBatch'),
    );
    expect(order.confirmation).toBeUndefined();
    expect((await desks.operator.plan(caseId, { quantities: [{ lineNo: 2, quantity: 1 }] })).status).toBe(
      200,
    );
    await carriedOut(desks, `${caseId}-b2`);
    await awaitRead(
      () => desks.clerk.order(caseId),
      ({ status }) => status === 'opened',
    );

    const view = await awaitRead(
      () => systemNow(desks.clerk, used.systemId),
      ({ resources, stages }) =>
        resources.some(({ caseId: of }) => of === caseId) &&
        resources.some(({ specifications }) => specifications[1]?.caseId === caseId) &&
        stages.some(({ entries }) => entries.some(({ text }) => text === '完成变更 1 个资源')),
    );
    const changed = view.resources.find(({ resourceId }) => resourceId === resourceOf(0));
    expect(changed?.specifications.map(({ productId, caseId: of }) => [productId, of])).toEqual([
      ['host-4c8g', used.systemId],
      ['host-8c16g', caseId],
    ]);
    const made = changed?.specifications[1]?.from;
    expect(made).toBeDefined();
    const [on] = [dayOf(made), used.resources[0]?.billing[0]?.from ?? ''].sort().reverse();
    const running = changed?.billing.at(-1);
    expect(running).toMatchObject({ from: on, quantity: 1, clause: 'yc-cloud-18-2' });
    expect(running?.to).toBeUndefined();
    expect(running?.unitPriceFen).toBeGreaterThan(24_100);
    expect(changed?.instanceId).toBe(`c-${resourceOf(0)}`);
  });
});

describe('a major change', () => {
  const hugeLine = () => [changeTo(1, resourceOf(1), 'host-16c64g')];

  it('[yc-cloud-18-3] asks for everything of a first application, by the rule or by the reviewer’s own judgement', async () => {
    const scale = { scale: 'minor', scaleReason: '只扩容一台。' };
    const small = { lines: [changeTo(1, resourceOf(1), 'host-8c16g')] };
    const caseId = await changeDraft(cast.clerk, used.systemId, {
      ...yanchengChange(),
      changes: {
        lines: [0, 1, 2, 3].map((index) =>
          changeTo(index + 1, resourceOf(index), hugeLine()[0]?.productId ?? ''),
        ),
      },
    });
    expect(await refused(caseId)).toContain('major-by-rule /change/scale');
    await mendDraft(cast.clerk, caseId, { change: scale, changes: small });
    await submitted(caseId);

    const task = await awaitTask(cast.reviewer, caseId);
    const { version } = await cast.reviewer.view(caseId);
    const judging = {
      scale: 'major' as const,
      opinion: '涉及核心业务，认定为重大变更。',
    };
    const approving = await problemFrom(
      cast.reviewer.decide(caseId, task.taskId, version, {
        ...judging,
        verb: 'approve',
        assessments: [{ lineNo: 1, quantity: 1 }],
      }),
    );
    expect(approving.errors).toMatchObject([{ pointer: '/scale', clause: 'yc-cloud-18-3' }]);
    const wordless = await problemFrom(
      cast.reviewer.decide(caseId, task.taskId, version, {
        verb: 'approve',
        scale: 'minor',
        assessments: [{ lineNo: 1, quantity: 1 }],
      }),
    );
    expect(wordless.errors?.map(({ pointer }) => pointer)).toContain('/opinion');
    await cast.reviewer.decide(caseId, task.taskId, version, { ...judging, verb: 'return' });

    await awaitTask(cast.clerk, caseId);
    expect(await refused(caseId)).toEqual(['judged-otherwise /change/scale']);
    await mendDraft(cast.clerk, caseId, { change: { scale: 'major' } });
    const missing = await refused(caseId);
    expect(missing).toEqual(
      expect.arrayContaining([
        'required /plan/needsAssessment',
        'required /declarations/classified',
        'required /declarations/projectKind',
      ]),
    );
    await mendDraft(cast.clerk, caseId, firstMaterials());
    expect(await refused(caseId)).toEqual(['material-missing /attachments/proposal']);
    await cast.clerk.attach(caseId, 'proposal', 'proposal.pdf', proposal);
    await submitted(caseId);
    await reviewed(caseId);
    const view = await cast.clerk.view(caseId);
    expect(view.scale).toMatchObject({ clause: 'yc-cloud-18-3', judged: { scale: 'major' } });
    const order = await awaitRead(() => cast.desks.clerk.order(caseId));
    expect(order.lines).toMatchObject([{ changes: { resourceId: resourceOf(1) } }]);
  });
});

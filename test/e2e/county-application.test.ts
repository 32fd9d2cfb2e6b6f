import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import {
  awaitStatus,
  awaitTask,
  type Cast,
  confirm,
  decide,
  playWithCorrection,
} from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast, writtenApplication } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { draftOf, sentForConfirmation, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
beforeAll(async () => {
  cast = await countyCast(system);
});

const quantityOfFirst = (lines: readonly { lineNo: number; quantity: number }[] | undefined) =>
  lines?.find(({ lineNo }) => lineNo === 1)?.quantity;

describe('an application with one correction', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = (await playWithCorrection(cast, writtenApplication(), () => {})).caseId;
  });

  it('ends 办结, its route line showing every visit and what came of it', async () => {
    const { status, statusLabel, round, route, may } = await cast.clerk.view(caseId);
    expect({ status, statusLabel, round, may }).toEqual({
      status: 'completed',
      statusLabel: '已办结',
      round: 2,
      may: ['verifyJournal'],
    });
    expect(
      route.map(({ title, state, visits }) => [title, state, ...visits.map((v) => v.outcomeLabel)]),
    ).toEqual([
      ['补正', 'done', '通过'],
      ['单位确认', 'done', '通过', '通过'],
      ['本级审核', 'done', '退回', '通过'],
      ['市级复核', 'done', '通过'],
    ]);
    for (const { openedAt, closedAt } of route.flatMap(({ visits }) => visits))
      expect(Date.parse(closedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(openedAt));
  });

  it('shows the applicant asked, county and city quantities side by side, each with its opinion', async () => {
    const { sections, tasks } = await cast.clerk.view(caseId);
    const asked = sections.find(({ section }) => section === 'resources')?.content['lines'];
    const opinions = tasks.flatMap(({ stageTitle, decision }) =>
      decision?.assessments
        ? [[stageTitle, decision.opinion, quantityOfFirst([...decision.assessments])]]
        : [],
    );
    expect(quantityOfFirst(asked as { lineNo: number; quantity: number }[])).toBe(4);
    expect(opinions).toEqual([
      ['初审', '配置基本合理，个别云主机按实际并发核减。', 3],
      ['复核', '复核通过，按县级评估数量开通。', 3],
    ]);
  });

  it('keeps who confirmed which content, and when', async () => {
    const { confirmation, formDigest, frozen } = await cast.clerk.view(caseId);
    expect(frozen).toBe(true);
    expect(confirmation).toMatchObject({ round: 2, digest: formDigest, by: { roleLabel: '首席数据官' } });
    expect(Math.abs(Date.now() - Date.parse(confirmation?.at ?? ''))).toBeLessThan(120_000);
  });

  it('prices the month from the catalogue, as asked and as last assessed', async () => {
    const { sections, monthlyCostFen, assessedCostFen } = await cast.clerk.view(caseId);
    const { products } = (
      await cast.clerk.call<{ products: { id: string; unitPriceFen: number }[] }>('GET', '/v1/catalogue')
    ).body;
    const lines = sections.find(({ section }) => section === 'resources')?.content['lines'] as {
      productId: string;
      quantity: number;
    }[];
    const price = (id: string) => products.find((product) => product.id === id)?.unitPriceFen ?? Number.NaN;
    expect(monthlyCostFen).toBe(lines.reduce((sum, line) => sum + line.quantity * price(line.productId), 0));
    expect(assessedCostFen).toBe(monthlyCostFen - price(lines[0]?.productId ?? ''));
  });

  it('shows contacts in full to the unit and masked to those who review', async () => {
    const textOf = async (person: Cast['clerk']) => JSON.stringify((await person.view(caseId)).sections);
    expect(await textOf(cast.clerk)).toContain('13905110023');
    for (const person of [cast.reviewer, cast.leader, cast.operator]) {
      const shown = await textOf(person);
      expect(shown).toContain('139****0023');
      expect(shown).not.toContain('13905110023');
      expect(shown).not.toContain('王晓芳');
    }
  });
});

describe('what is frozen', () => {
  it('[yc-cloud-15-1] stays a draft without the CDO’s word, whose confirmation keeps person, time and content', async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    const before = await cast.clerk.view(caseId);
    expect(before).toMatchObject({ round: 0, frozen: false, status: 'confirming' });
    expect(before.confirmation).toBeUndefined();
    expect((await cast.reviewer.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
    await confirm(cast.cdo, caseId);
    const after = await awaitStatus(cast.clerk, caseId, 'reviewing');
    expect(after.confirmation).toMatchObject({
      digest: before.formDigest,
      round: 1,
      by: { roleLabel: '首席数据官' },
    });
    expect(after).toMatchObject({ round: 1, frozen: true, ruleVersion: 'yancheng-2026-04-27' });
  });

  it('voids what the CDO was shown when the clerk edits afterwards', async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    const task = await awaitTask(cast.cdo, caseId);
    const { version, formDigest, sections } = await cast.cdo.view(caseId);
    const plan = sections.find(({ section }) => section === 'plan');
    await cast.clerk.saveSection(caseId, 'plan', plan?.version ?? 0, {
      ...plan?.content,
      users: '全区医务人员。',
    });
    const refused = await problemFrom(
      cast.cdo.decide(caseId, task.taskId, version, { verb: 'approve', formDigest }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'form-changed' });
    await confirm(cast.cdo, caseId);
    const { sections: frozen } = await awaitStatus(cast.reviewer, caseId, 'reviewing');
    expect(frozen.find(({ section }) => section === 'plan')?.content['users']).toBe('全区医务人员。');
  });

  it('lets nobody change a form under review, and lets the unit look at it as submitted', async () => {
    const caseId = await submitted(cast);
    const refused = await problemFrom(cast.clerk.saveSection(caseId, 'plan', 1, {}));
    expect(refused).toMatchObject({ status: 409, code: 'not-editable' });
    expect((await cast.clerk.view(caseId)).frozen).toBe(true);
  });
});

describe('ways that are not the straight one', () => {
  it('[yc-cloud-16-2] reaches the city only by the county, to which the city returns it with reasons', async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    await awaitTask(cast.leader, caseId);
    const atCity = async () =>
      (await cast.operator.tasks('?limit=100')).items.filter((item) => item.case.caseId === caseId);
    expect(await atCity()).toEqual([]);
    await decide(cast.leader, caseId, 'approve', '同意。');
    await awaitTask(cast.operator, caseId);
    await decide(cast.operator, caseId, 'return', '数据库规格偏大，请县级重新评估。');
    const task = await awaitTask(cast.reviewer, caseId);
    const { tasks, route, round } = await cast.reviewer.view(caseId);
    expect(task).toMatchObject({ stageTitle: '初审', round: 1, assesses: true });
    expect(round).toBe(1);
    expect(tasks.find(({ stageTitle }) => stageTitle === '复核')?.decision).toMatchObject({
      outcome: 'return',
      opinion: '数据库规格偏大，请县级重新评估。',
    });
    expect(route.find(({ step }) => step === 'localReview')).toMatchObject({ state: 'now' });
    expect(await atCity()).toEqual([]);
    await decide(cast.reviewer, caseId, 'return', '请按市级意见修改。');
    expect((await awaitStatus(cast.clerk, caseId, 'correcting')).may).toContain('requestConfirmation');
  });

  it('ends when the county rejects it, with the reason for the applicant', async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '拟不同意，请领导定。');
    await decide(cast.leader, caseId, 'reject', '与在建的区级平台重复。');
    const { status, may, tasks } = await cast.clerk.view(caseId);
    expect({ status, may }).toEqual({ status: 'rejected', may: ['verifyJournal'] });
    expect(tasks.at(-1)?.decision).toMatchObject({ outcome: 'reject', opinion: '与在建的区级平台重复。' });
    expect((await cast.leader.tasks('?limit=100')).items.map((item) => item.case.caseId)).not.toContain(
      caseId,
    );
  });

  it('goes back to the clerk when the CDO returns it before any submission', async () => {
    const { caseId, version } = await draftOf(cast.clerk);
    await cast.clerk.requestConfirmation(caseId, version);
    await decide(cast.cdo, caseId, 'return', '请核对联系人。');
    expect(await awaitStatus(cast.clerk, caseId, 'correcting')).toMatchObject({ round: 0, frozen: false });
    const outsider = await clientOf(system, 'dafeng-reviewer');
    expect((await outsider.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
  });
});

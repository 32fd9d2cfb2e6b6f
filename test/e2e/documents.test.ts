import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast, playWithCorrection } from '#examples/play-application.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { type DocumentKind, docxType } from '#shared/contracts/documents.ts';
import { yuanOf } from '#shared/regulation/application/documents/yuan-of.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast, writtenApplication } from '#test/support/county-cast.ts';
import { download } from '#test/support/download.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf, sentForConfirmation } from '#test/support/file-application.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';
import { rules } from '#test/support/sample-application.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Required<Asker>;
let operator: Required<Asker>;
let finished: CaseView;
beforeAll(async () => {
  cast = await countyCast(system, 'funing');
  [clerk, operator] = await Promise.all([
    askerOf(system, 'funing-clerk'),
    askerOf(system, 'yancheng-operator'),
  ]);
  finished = await playWithCorrection(cast, writtenApplication(), () => undefined);
});

const wordsOf = async (caseId: string, kind: DocumentKind, asker = clerk): Promise<string[]> => {
  const { status, bytes } = await download(system, asker, `/v1/cases/${caseId}/documents/${kind}`);
  expect(status).toBe(200);
  return wordsOfDocx(bytes);
};

const reportField = (id: string) => {
  const section = rules.form.sections.find((candidate) => candidate.id === 'report');
  return section?.fields.find((field) => field.id === id);
};
const pledgeField = reportField('pledgeAccepted');
const pledge = pledgeField?.kind === 'boolean' ? (pledgeField.pledge ?? '') : '';

describe('the report and the plan', () => {
  it('[yc-cloud-annex1-1] name system, deployment and resources, and the same cost to the cent', async () => {
    const { caseId, systemName, monthlyCostFen } = finished;
    const [report, plan] = [await wordsOf(caseId, 'report'), await wordsOf(caseId, 'plan')];
    const said = report.join('\n');
    expect(report).toContain(`关于${systemName}申请政务云资源的报告`);
    expect(said).toContain(`我单位申请将${systemName}部署至市政务云`);
    expect(said).toContain('通用型云主机 8核16G 4台');
    expect(said).toContain(`约需${yuanOf(monthlyCostFen)}元/月`);
    expect(plan[plan.indexOf('合计（元/月）') + 1]).toBe(yuanOf(monthlyCostFen));
    const planTitle = `盐城市阜宁县卫生健康委员会${systemName}云资源申请方案`;
    expect(plan).toContain(planTitle);
    expect(report).toContain(`附件：${planTitle}`);
    expect(report).toContain('阜宁县数据局：');
  });

  it('[yc-cloud-annex1-4] carry the pledge word for word, contact, phone, seal, date and the confirmation', async () => {
    const report = await wordsOf(finished.caseId, 'report');
    expect(pledge).toMatch(/^在系统运行期间.*终止收回工作。$/);
    expect(report).toContain(pledge);
    expect(report).toContain('联系人：王晓芳　　联系电话：13905110023');
    expect(report).toContain('阜宁县卫生健康委员会（单位盖章）');
    expect(report.some((words) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(words))).toBe(true);
    const { confirmation } = finished;
    const signed = report.find((words) => words.startsWith('电子确认：')) ?? '';
    expect(signed).toContain(confirmation?.by.name);
    expect(signed).toContain(confirmation?.digest);
  });

  it.each(['contactName', 'contactPhone', 'pledgeAccepted'])(
    '[yc-cloud-annex1-4] without %s there is nothing to submit',
    async (field) => {
      const { caseId, version } = await draftOf(cast.clerk, { report: { [field]: undefined } });
      const heard = await ask(system, clerk, 'POST', `/v1/cases/${caseId}/confirmation-requests`, {
        body: {},
        ifMatch: version,
        key: crypto.randomUUID(),
      });
      const told = expectProblem(heard, 422, 'form-incomplete');
      expect(told.errors?.map(({ pointer }) => pointer)).toEqual([`/report/${field}`]);
    },
  );

  it.each(['compute', 'applications', 'contacts'])('carry every label of the annex in %s', async (id) => {
    const plan = (await wordsOf(finished.caseId, 'plan')).join('\n');
    const fields = rules.form.sections.find((section) => section.id === id)?.fields ?? [];
    const labels = fields
      .flatMap((field) => (field.kind === 'table' ? field.columns : [field]))
      .filter((field) => !['wanted', 'justification'].includes(field.id))
      .map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(4);
    expect(labels.filter((label) => !plan.includes(label))).toEqual([]);
  });

  it('say that they are a draft until the unit has confirmed, and are not dated', async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    const report = await wordsOf(caseId, 'report');
    expect(report).toContain('（草稿，尚未提交）');
    expect(report.join()).not.toContain('电子确认');
    expect(report.join()).not.toMatch(/\d{4}年\d/);
    expectProblem(
      await ask(system, clerk, 'GET', `/v1/cases/${caseId}/documents/approval`),
      404,
      'not-found',
    );
    const { body } = await ask(system, clerk, 'GET', `/v1/cases/${caseId}/documents`);
    expect(body).toMatchObject({
      items: [
        { kind: 'report', draft: true },
        { kind: 'plan', draft: true },
      ],
    });
  });

  it('mask for others the contacts that the case masks', async () => {
    const { caseId } = finished;
    const people = (await wordsOf(caseId, 'report', operator)).find((words) => words.startsWith('联系人'));
    expect(people).toBe('联系人：王**　　联系电话：139****0023');
    expect((await wordsOf(caseId, 'plan', operator)).join()).not.toMatch(/\b1\d{10}\b/);
  });

  it('print what people typed as it is: no markup, no tags, nothing twice', async () => {
    const background = '“<w:p/>”与{标题}、{#草稿}、$& 和 =1+1 & 第一行\n第二行';
    const { caseId } = await draftOf(cast.clerk, { plan: { background } });
    const plan = await wordsOf(caseId, 'plan');
    expect(plan).toContain('建设背景：“<w:p/>”与{标题}、{#草稿}、$& 和 =1+1 & 第一行');
    expect(plan).toContain('第二行');
  });
});

describe('the sheet of approval', () => {
  it('holds every opinion of every round with who, as what and when', async () => {
    const sheet = await wordsOf(finished.caseId, 'approval');
    expect(sheet).toContain('政务云资源申请审批单');
    const said = sheet.join('\n');
    const decided = finished.tasks.flatMap(({ stageTitle, decision }) =>
      decision ? [{ stageTitle, decision }] : [],
    );
    expect(decided.length).toBeGreaterThanOrEqual(7);
    for (const { stageTitle, decision } of decided) {
      const { by, at, opinion, outcomeLabel } = decision;
      const shanghai = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      for (const part of [
        stageTitle,
        outcomeLabel,
        opinion ?? '',
        by.name,
        `${by.organisation}（${by.roleLabel}）`,
        shanghai,
      ])
        expect(said).toContain(part);
    }
  });

  it('sets what was asked beside what each level held reasonable, at the prices of the round', async () => {
    const sheet = await wordsOf(finished.caseId, 'approval');
    const first = sheet.findIndex((words) => words.startsWith('通用型云主机 8核16G'));
    expect(sheet.slice(first - 1, first + 6)).toEqual([
      '1',
      expect.stringContaining('8核16G'),
      '台',
      yuanOf(finished.prices.find(({ productId }) => productId === 'host-8c16g')?.unitPriceFen ?? 0),
      '4',
      '3',
      '3',
    ]);
    expect(sheet[sheet.indexOf('评估费用（元/月）') + 1]).toBe(yuanOf(finished.assessedCostFen ?? 0));
  });

  it('is a Word file by a Chinese name, to be saved and not kept', async () => {
    const { headers } = await download(system, clerk, `/v1/cases/${finished.caseId}/documents/approval`);
    expect(headers.get('content-type')).toBe(docxType);
    expect(headers.get('cache-control')).toBe('no-store');
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="document.docx"; filename\*=UTF-8''[\x21-\x7e]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
      `${finished.systemName} 审批单.docx`,
    );
  });

  it('says that it is not the end while the case is under way', async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    const task = await awaitTask(cast.cdo, caseId);
    const { version, formDigest } = await cast.cdo.view(caseId);
    await cast.cdo.decide(caseId, task.taskId, version, { verb: 'approve', formDigest });
    expect((await wordsOf(caseId, 'approval')).join()).toContain('办理中');
    expect((await wordsOf(finished.caseId, 'approval')).join()).not.toContain('办理中');
  });
});

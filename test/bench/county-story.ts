import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#examples/client.ts';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, linesOf } from '#examples/play-application.ts';
import type { DecisionBody } from '#shared/contracts/case-commands.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { writtenApplication } from '#test/support/county-cast.ts';
import type { ChargeBook } from './charge-book.ts';

const people = {
  经办人: 'dafeng-clerk',
  首席数据官: 'dafeng-cdo',
  初审: 'dafeng-reviewer',
  签批: 'dafeng-leader',
  市级复核: 'yancheng-operator',
} as const;
type Who = keyof typeof people;

const read = async (person: Client, ...paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const { status } = await person.call('GET', path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }
};

const openCase = async (person: Client, caseId: string): Promise<CaseView> => {
  const view = await person.view(caseId);
  const own = `/v1/cases/${caseId}`;
  await read(person, '/v1/forms/cloudApplication', '/v1/catalogue', `${own}/attachments`, `${own}/journal`);
  return view;
};

const withQuantities = (view: CaseView) => ({
  assessments: linesOf(view).map(({ lineNo, quantity }) => ({ lineNo, quantity })),
});

/**
 * One county application with one correction, request by request as the console asks: whoever sits down opens 工作台
 * with a new token, then the case with its form, prices, files and journal, decides, and sees the case once more.
 */
export const playCountyStory = async (
  { record }: Pick<ChargeBook, 'record'>,
  system: EmbeddedSystem,
): Promise<CaseView> => {
  const application = writtenApplication();

  const sitDown = (who: Who, ...more: readonly string[]) =>
    record(`${who}：打开工作台`, async () => {
      const person = await clientOf(system, people[who]);
      await read(person, '/v1/tasks?limit=20', '/v1/messages?limit=20', ...more);
      return person;
    });

  const decide = async (
    who: Who,
    caseId: string,
    verb: '通过' | '退回补正',
    bodyFor: (view: CaseView) => DecisionBody,
  ): Promise<void> => {
    await awaitTask(await clientOf(system, people[who]), caseId);
    const person = await sitDown(who);
    const { taskId } = await awaitTask(person, caseId);
    const view = await record(`${who}：打开办件`, () => openCase(person, caseId));
    if (who === '初审') await record('初审：查看审核参考', () => read(person, `/v1/cases/${caseId}/review`));
    await record(`${who}：${verb}`, () => person.decide(caseId, taskId, view.version, bodyFor(view)));
    await record(`${who}：回到办件`, () => person.view(caseId));
  };

  const confirm = (caseId: string) =>
    decide('首席数据官', caseId, '通过', ({ formDigest }) => ({
      verb: 'approve',
      ...(formDigest === undefined ? {} : { formDigest }),
    }));
  const approve = (who: Who, caseId: string, more: (view: CaseView) => object = () => ({})) =>
    decide(who, caseId, '通过', (view) => ({ verb: 'approve', opinion: '同意。', ...more(view) }));

  const clerk = await sitDown('经办人', '/v1/cases?limit=20', '/v1/guides/cloudApplication');
  const { caseId } = await record('经办人：新建申请', () => clerk.createCase(application.systemName));
  await record('经办人：打开填写页', () => openCase(clerk, caseId));
  for (const [section, content] of Object.entries(application.sections))
    await record('经办人：保存一节', () => clerk.saveSection(caseId, section, 0, content));
  for (const { material, fileName, path } of application.attachments)
    await record('经办人：上传一个附件', () =>
      clerk.attach(caseId, material, fileName, readFileSync(join('examples', path))),
    );
  const draft = await record('经办人：回到办件', () => clerk.view(caseId));
  await record('经办人：送确认', () => clerk.requestConfirmation(caseId, draft.version));
  await confirm(caseId);

  await decide('初审', caseId, '退回补正', () => ({ verb: 'return', opinion: '请补充测算依据。' }));
  await awaitTask(clerk, caseId);
  const again = await sitDown('经办人', '/v1/cases?limit=20');
  const returned = await record('经办人：打开填写页', () => openCase(again, caseId));
  const plan = returned.sections.find(({ section }) => section === 'plan');
  if (plan === undefined) throw new Error('the plan is gone');
  const background = `${String(plan.content['background'])}旧服务器于上线后下线。`;
  await record('经办人：保存一节', () =>
    again.saveSection(caseId, 'plan', plan.version, { ...plan.content, background }),
  );
  await record('经办人：送确认', () => again.requestConfirmation(caseId, returned.version));
  await confirm(caseId);

  await approve('初审', caseId, withQuantities);
  await approve('签批', caseId);
  await approve('市级复核', caseId, withQuantities);
  await awaitStatus(clerk, caseId, 'completed');
  const finally_ = await sitDown('经办人', '/v1/cases?limit=20');
  return record('经办人：回到办件', () => finally_.view(caseId));
};

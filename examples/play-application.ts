import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { Client } from './client.ts';

/** An application as a department wrote it; `sections` as the form names them. */
export interface WrittenApplication {
  readonly systemName: string;
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Files beside the application, by their place under `examples/`. */
  readonly attachments: readonly WrittenAttachment[];
}

export interface WrittenAttachment {
  readonly material: string;
  readonly fileName: string;
  readonly path: string;
}

/** The people of a county application. */
export interface Cast {
  readonly clerk: Client;
  readonly cdo: Client;
  readonly reviewer: Client;
  readonly leader: Client;
  readonly operator: Client;
}

export type Tell = (line: string) => void;

const patienceMs = 30_000;
const pauseMs = 50;

/** Waits, within bounds, until a person holds an open task of a case. */
export const awaitTask = async (person: Client, caseId: string): Promise<TaskView> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const { items } = await person.tasks('?limit=100');
    const item = items.find((candidate) => candidate.case.caseId === caseId);
    if (item) return item.task;
    if (Date.now() > until) throw new Error(`等了 ${patienceMs / 1000} 秒，待办仍未到达`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

/** Waits, within bounds, until a case has a status. */
export const awaitStatus = async (
  person: Client,
  caseId: string,
  status: CaseView['status'],
): Promise<CaseView> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const view = await person.view(caseId);
    if (view.status === status) return view;
    if (Date.now() > until) throw new Error(`等了 ${patienceMs / 1000} 秒，办件仍为“${view.statusLabel}”`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

/** A draft with every section saved and every file attached. */
export const writeDraft = async (clerk: Client, application: WrittenApplication): Promise<string> => {
  const { caseId } = await clerk.createCase(application.systemName);
  for (const [section, content] of Object.entries(application.sections))
    await clerk.saveSection(caseId, section, 0, content);
  for (const { material, fileName, path } of application.attachments)
    await clerk.attach(caseId, material, fileName, readFileSync(join(import.meta.dirname, path)));
  return caseId;
};

/** The CDO reads the form and confirms exactly what was read. */
export const confirm = async (cdo: Client, caseId: string): Promise<void> => {
  const task = await awaitTask(cdo, caseId);
  const { version, formDigest } = await cdo.view(caseId);
  await cdo.decide(caseId, task.taskId, version, { verb: 'approve', formDigest });
};

/** What is asked for: lines that are added, and those that change a resource. */
export const linesOf = (view: CaseView): readonly { readonly lineNo: number; readonly quantity: number }[] =>
  ['resources', 'changes'].flatMap((table) => {
    const found = view.sections.find(({ section }) => section === table);
    return (found?.content['lines'] ?? []) as { lineNo: number; quantity: number }[];
  });

/** Decides the task that a person holds; an assessing stage assesses every line, by default as asked. */
export const decide = async (
  person: Client,
  caseId: string,
  verb: 'approve' | 'return' | 'reject',
  opinion: string,
  assess: (line: { lineNo: number; quantity: number }) => number = ({ quantity }) => quantity,
): Promise<void> => {
  const task = await awaitTask(person, caseId);
  const view = await person.view(caseId);
  const assessments =
    task.assesses && verb === 'approve'
      ? { assessments: linesOf(view).map((line) => ({ lineNo: line.lineNo, quantity: assess(line) })) }
      : {};
  await person.decide(caseId, task.taskId, view.version, { verb, opinion, ...assessments });
};

/** The whole story with one correction on the way, from the draft to 办结; answers the finished case. */
export const playWithCorrection = async (
  cast: Cast,
  application: WrittenApplication,
  tell: Tell,
): Promise<CaseView> => {
  const caseId = await writeDraft(cast.clerk, application);
  tell(`经办人填好申请：${application.systemName}`);
  const draft = await cast.clerk.view(caseId);
  await cast.clerk.requestConfirmation(caseId, draft.version);
  tell('经办人送首席数据官确认');
  await confirm(cast.cdo, caseId);
  tell('首席数据官确认，第 1 轮提交');

  await decide(cast.reviewer, caseId, 'return', '请在建设背景中补充现有服务器下线计划，再行提交。');
  tell('县级初审退回补正');
  await awaitTask(cast.clerk, caseId);
  const returned = await cast.clerk.view(caseId);
  const plan = returned.sections.find(({ section }) => section === 'plan');
  if (!plan) throw new Error('申请方案不见了');
  const background = `${String(plan.content['background'])}现有分散服务器于系统上线后六个月内全部下线。`;
  await cast.clerk.saveSection(caseId, 'plan', plan.version, { ...plan.content, background });
  await cast.clerk.requestConfirmation(caseId, returned.version);
  tell('经办人补正后重新送确认');
  await confirm(cast.cdo, caseId);
  tell('首席数据官确认，第 2 轮提交');

  await decide(
    cast.reviewer,
    caseId,
    'approve',
    '配置基本合理，个别云主机按实际并发核减。',
    ({ lineNo, quantity }) => (lineNo === 1 && quantity > 1 ? quantity - 1 : quantity),
  );
  tell('县级初审通过，逐行评估数量');
  await decide(cast.leader, caseId, 'approve', '同意。');
  tell('县级签批通过');
  await decide(cast.operator, caseId, 'approve', '复核通过，按县级评估数量开通。', ({ lineNo, quantity }) =>
    lineNo === 1 && quantity > 1 ? quantity - 1 : quantity,
  );
  tell('市级复核通过');
  return awaitStatus(cast.clerk, caseId, 'completed');
};

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Client, Reply } from '#examples/client.ts';
import {
  awaitTask,
  type Cast,
  linesOf,
  type WrittenApplication,
  writeDraft,
} from '#examples/play-application.ts';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { Choices } from './choose-at-random.ts';

/** What the people of one application believe that they did; the case must agree. */
export interface Believed {
  readonly caseId: string;
  readonly status: CaseView['status'];
  readonly round: number;
  /** Every decision that was acknowledged: `<task> <outcome>`. */
  readonly decided: readonly string[];
  readonly withdrawn: boolean;
}

const patienceMs = 240_000;
const ends: readonly string[] = ['completed', 'rejected', 'withdrawn'];

/** Sends the same command twice at once. Both must hear the same: what is done once is answered once. */
async function twice(person: Client, path: string, ifMatch: number, body: unknown): Promise<Reply<unknown>> {
  const key = randomUUID();
  const send = () => person.call<unknown>('POST', path, { body, ifMatch, key });
  const [first, second] = await Promise.all([send(), send()]);
  const bothDone = first.status < 300 && second.status < 300 && isDeepStrictEqual(first.body, second.body);
  const bothLate = first.status === 409 && second.status === 409;
  if (bothDone || bothLate) return first;
  throw new Error(`${path} answered ${JSON.stringify(first)} and ${JSON.stringify(second)}`);
}

/** Plays one application from draft to an end that the choices lead to. */
export const playAtRandom = async (
  cast: Cast,
  application: WrittenApplication,
  { withdrawal, verbFor }: Choices,
): Promise<Believed> => {
  const caseId = await writeDraft(cast.clerk, application);
  const decided: string[] = [];
  let withdrawn = false;
  const path = `/v1/cases/${caseId}`;

  const holderOf = (task: TaskView): Client => {
    if (task.step === 'unitConfirmation') return cast.cdo;
    if (task.step === 'cityRecheck') return cast.operator;
    return task.stage === 'leaderApproval' ? cast.leader : cast.reviewer;
  };

  const bodyFor = (task: TaskView, view: CaseView) => {
    const verb = verbFor(task);
    if (verb !== 'approve') return { verb, opinion: '请按意见修改。' };
    if (task.step === 'unitConfirmation') return { verb, formDigest: view.formDigest };
    if (!task.assesses) return { verb, opinion: '同意。' };
    return {
      verb,
      opinion: '配置合理。',
      assessments: linesOf(view).map(({ lineNo, quantity }) => ({ lineNo, quantity })),
    };
  };

  const withdraw = async (version: number): Promise<void> => {
    const answer = await twice(cast.clerk, `${path}/withdrawals`, version, { reason: '项目暂缓。' });
    if (answer.status < 300) withdrawn = true;
  };

  const decide = async (open: TaskView): Promise<void> => {
    const person = holderOf(open);
    const task = await awaitTask(person, caseId);
    const view = await person.view(caseId);
    if (task.taskId !== open.taskId) return;
    const body = bodyFor(task, view);
    const isRace = withdrawal?.moment === 'racing' && decided.length >= withdrawal.afterDecisions;
    const [answer] = await Promise.all([
      twice(person, `${path}/tasks/${task.taskId}/decisions`, view.version, body),
      isRace ? withdraw(view.version) : undefined,
    ]);
    if (answer.status < 300) decided.push(`${task.taskId} ${body.verb}`);
  };

  const correct = async (view: CaseView, open: TaskView | undefined): Promise<void> => {
    const plan = view.sections.find(({ section }) => section === 'plan');
    if (open && plan) {
      const background = `${String(plan.content['background'])}已按意见补充。`;
      await cast.clerk.saveSection(caseId, 'plan', plan.version, { ...plan.content, background });
    }
    const answer = await twice(cast.clerk, `${path}/confirmation-requests`, view.version, {});
    if (answer.status < 300 && open) decided.push(`${open.taskId} resubmit`);
  };

  const isTimeToWithdraw = (open: TaskView | undefined): boolean => {
    if (withdrawal === undefined || decided.length < withdrawal.afterDecisions) return false;
    return withdrawal.moment === 'atOnce' || (withdrawal.moment === 'whileOpen' && open !== undefined);
  };

  const takeTurn = async (view: CaseView): Promise<void> => {
    const open = view.tasks.find(({ state }) => state === 'open');
    if (isTimeToWithdraw(open)) return withdraw(view.version);
    if (view.status === 'draft' || view.status === 'correcting') return correct(view, open);
    if (open) return decide(open);
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  const until = Date.now() + patienceMs;
  for (;;) {
    const view = await cast.clerk.view(caseId);
    const { status, round } = view;
    if (ends.includes(status)) return { caseId, status, round, decided, withdrawn };
    if (Date.now() > until) throw new Error(`${caseId} still ${status} after ${patienceMs / 1000} s`);
    await takeTurn(view);
  }
};

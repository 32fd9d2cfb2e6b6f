import { randomUUID } from 'node:crypto';
import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { WorkAnswer, WorkAnswerBody } from '#shared/contracts/work-orders.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { Doer } from '../domain/order-state.ts';
import { doerOf } from '../domain/who-may.ts';
import {
  confirmWork,
  isOpenWork,
  leaveCredentials,
  reportWork,
  type WorkEvent,
  type WorkOrder,
} from '../domain/work-order.ts';
import { certifyTask, doTask } from '../domain/work-task.ts';
import { isProvider } from './find-order.ts';
import type { WorkRef, WorkServices } from './ports.ts';
import { workRules } from './work-rules.ts';

export const unknownWork: Refusal = { code: 'not-found', detail: '没有这张工单，或您无权查看。' };

const doorOf = ({ work, newSalt }: WorkServices): Door<WorkRef, WorkOrder, WorkEvent, WorkAnswer> => ({
  rules: workRules,
  store: work,
  unknown: unknownWork,
  moved: ({ systemName }) => ({
    code: 'work-moved',
    detail: `在您查看之后，“${systemName}”的工单有了新进展，请刷新后再办。`,
  }),
  answer: (work, version) => ({ workId: work.workId, version, state: isOpenWork(work) ? 'open' : 'done' }),
  newSalt,
});

interface OnWork {
  readonly workId: string;
  readonly expectedVersion: number;
}

const command = async (
  services: WorkServices,
  asked: Asked,
  { workId, expectedVersion }: OnWork,
  decide: (work: WorkOrder) => Result<readonly WorkEvent[], Refusal>,
): Promise<Result<WorkAnswer, Refusal>> => {
  if (!isProvider(asked.actor)) return refuse(unknownWork);
  return passDoor(doorOf(services), {
    ref: { provider: asked.actor.organisation.id, workId },
    asked,
    expectedVersion,
    at: services.clock.now().toISOString(),
    maySee: () => true,
    decide: async ({ state }) => decide(state),
  });
};

const answerTask = (
  { task }: WorkOrder,
  body: Extract<WorkAnswerBody, { kind: 'done' | 'certify' }>,
  by: Doer,
  today: string,
): Result<readonly WorkEvent[], Refusal> => {
  if (!task) return refuse({ code: 'answer-invalid', detail: '这张工单不是执行工单，请按工单的要求回复。' });
  return body.kind === 'done' ? doTask(task, body, by, today) : certifyTask(task);
};

/** 回复工单: written on the provider's own order, and carried into the department's from there. */
export const answerWork = (
  services: WorkServices,
  asked: Asked,
  on: OnWork,
  body: WorkAnswerBody,
): Promise<Result<WorkAnswer, Refusal>> =>
  command(services, asked, on, (work) => {
    switch (body.kind) {
      case 'confirm':
        return confirmWork(work);
      case 'report':
        return reportWork(work, body);
      case 'done':
      case 'certify':
        return answerTask(work, body, doerOf(asked.actor), shanghaiDateOf(services.clock.now()));
    }
  });

/** How credentials are sealed; the code opens them and is kept nowhere. */
export interface Sealing {
  readonly newCode: () => string;
  readonly seal: (code: string, text: string) => { readonly sealed: string; readonly digest: string };
}

/** 交付登录凭据: sealed before they are written; the code is told to the provider alone, and once. */
export const depositCredentials = async (
  services: WorkServices,
  { newCode, seal }: Sealing,
  actor: Asked['actor'],
  on: OnWork,
  text: string,
): Promise<Result<WorkAnswer & { readonly code: string }, Refusal>> => {
  const code = newCode();
  const asked: Asked = {
    actor,
    operation: 'depositCredentials',
    idempotencyKey: randomUUID(),
    request: { workId: on.workId },
  };
  const depositedAt = services.clock.now().toISOString();
  const credentials = { depositedAt, by: doerOf(actor), ...seal(code, text) };
  const passed = await command(services, asked, on, (work) => leaveCredentials(work, credentials));
  return passed.ok ? accept({ ...passed.value, code }) : passed;
};

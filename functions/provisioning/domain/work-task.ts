import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { Doer } from './order-state.ts';

/** A resource as a task names it. */
export interface TaskResource {
  readonly resourceId: string;
  readonly name: string;
  readonly specification: string;
  readonly quantity: number;
  readonly unit: string;
  readonly instanceId: string;
  readonly addresses: readonly string[];
}

/** 执行工单: what another process asks the provider to carry out; the answer goes back to that process. */
export interface WorkTask {
  /** Effect under which the answer is carried on, e.g. `reclamation.answered`. */
  readonly answers: string;
  readonly processId: string;
  /** Of the process, e.g. `reclaim`. */
  readonly step: string;
  readonly title: string;
  readonly note?: string;
  /** First day on which it may be carried out. */
  readonly notBefore?: string;
  /** Data are destroyed with it, and the provider says how. */
  readonly asksErasure: boolean;
  /** 证明 to be issued by the provider once it is done. */
  readonly asksCertificate: boolean;
  readonly resources: readonly TaskResource[];
  /** What was done, in the provider's words. */
  readonly done?: TaskEvidence & { readonly at: string; readonly by: Doer };
  readonly certifiedAt?: string;
  /** Nothing is asked any more, and why. */
  readonly withdrawn?: string;
}

export interface TaskEvidence {
  readonly evidence: string;
  readonly erasure?: string;
}

export interface WorkDone extends TaskEvidence {
  readonly type: 'WorkDone';
  readonly by: Doer;
}
export interface WorkCertified {
  readonly type: 'WorkCertified';
}
export interface WorkWithdrawn {
  readonly type: 'WorkWithdrawn';
  readonly reason: string;
}
export type TaskEvent = WorkDone | WorkCertified | WorkWithdrawn;

export const isOpenTask = ({ done, asksCertificate, certifiedAt, withdrawn }: WorkTask): boolean =>
  withdrawn === undefined && (done === undefined || (asksCertificate && certifiedAt === undefined));

export const workClosed: Refusal = { code: 'work-closed', detail: '这张工单已经办结，不需要再次回复。' };

/** Said apart: whoever believes it done would look no further, and has destroyed what is in use. */
const workWithdrawn = (reason: string): Refusal => ({
  code: 'work-withdrawn',
  detail: `这张工单已经撤回（${reason.replace(/。$/, '')}），请勿执行；已经执行的，请立即联系运行管理机构。`,
});

const closedTask = ({ withdrawn }: WorkTask): Refusal =>
  withdrawn === undefined ? workClosed : workWithdrawn(withdrawn);

/** 回报执行结果, with evidence; `today` in Shanghai. */
export const doTask = (
  task: WorkTask,
  { evidence, erasure }: TaskEvidence,
  by: Doer,
  today: string,
): Result<readonly TaskEvent[], Refusal> => {
  if (task.done !== undefined || task.withdrawn !== undefined) return refuse(closedTask(task));
  if (task.notBefore !== undefined && today < task.notBefore)
    return refuse({
      code: 'work-early',
      detail: `这张工单自 ${task.notBefore} 起才能执行，此前仍可能恢复，请到期后再执行和回报。`,
    });
  if (task.asksErasure && erasure === undefined)
    return refuse({
      code: 'answer-invalid',
      detail: '回报的内容需要修改，请按提示处理。',
      errors: [
        {
          pointer: '/erasure',
          code: 'erasure-missing',
          message: '请写明数据清除的方式、时间和记录编号',
        },
      ],
    });
  return accept([{ type: 'WorkDone', by, evidence, ...(erasure === undefined ? {} : { erasure }) }]);
};

/** 出具证明, once what it certifies has been done. */
export const certifyTask = (task: WorkTask): Result<readonly TaskEvent[], Refusal> => {
  if (!task.asksCertificate) return refuse({ code: 'answer-invalid', detail: '这张工单不需要出具证明。' });
  if (task.done === undefined && task.withdrawn === undefined)
    return refuse({ code: 'work-undone', detail: '资源还没有回收，回报执行结果后再出具证明。' });
  return task.certifiedAt === undefined && task.withdrawn === undefined
    ? accept([{ type: 'WorkCertified' }])
    : refuse(closedTask(task));
};

export const evolveTask = (task: WorkTask, event: TaskEvent, at: string): WorkTask => {
  switch (event.type) {
    case 'WorkDone':
      return {
        ...task,
        done: {
          at,
          by: event.by,
          evidence: event.evidence,
          ...(event.erasure === undefined ? {} : { erasure: event.erasure }),
        },
      };
    case 'WorkCertified':
      return { ...task, certifiedAt: at };
    case 'WorkWithdrawn':
      return { ...task, withdrawn: event.reason };
  }
};

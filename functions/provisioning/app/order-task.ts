import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { WorkEvent, WorkOrder } from '../domain/work-order.ts';
import { isOpenTask, type WorkTask } from '../domain/work-task.ts';
import type { Provider, WorkRef } from './ports.ts';
import { workRules } from './work-rules.ts';

/** 执行工单 as another process orders it. */
export interface TaskOrder {
  /** `<processId>-<step>`. */
  readonly workId: string;
  readonly provider: Provider;
  readonly tenant: TenantId;
  readonly systemName: string;
  readonly applicant: string;
  readonly due?: NonNullable<WorkOrder['due']>;
  readonly task: Omit<WorkTask, 'done' | 'certifiedAt' | 'withdrawn'>;
}

interface TaskServices {
  readonly work: AggregateStore<WorkRef, WorkOrder>;
  readonly clock: { now(): Date };
  readonly newSalt: () => string;
}

/** Issues it once, however often it is asked. */
export const orderTask = async (
  { work, clock, newSalt }: TaskServices,
  { task, ...order }: TaskOrder,
): Promise<void> => {
  const at = clock.now().toISOString();
  const { workId, provider } = order;
  await passSystemDoor(workRules, work, {
    ref: { provider: provider.id, workId },
    at,
    newSalt,
    decide: (loaded): readonly WorkEvent[] =>
      loaded
        ? []
        : [
            {
              type: 'WorkIssued',
              work: {
                ...order,
                orderId: task.processId,
                kind: 'task',
                issuedAt: at,
                lines: [],
                units: [],
                task,
              },
            },
          ],
  });
};

/** Changes a task of which anything is still asked; one that is over or was taken back stays. */
const changeOpenTask = async (
  { work, clock, newSalt }: TaskServices,
  ref: WorkRef,
  change: (task: WorkTask, order: WorkOrder) => readonly WorkEvent[],
): Promise<void> => {
  await passSystemDoor(workRules, work, {
    ref,
    at: clock.now().toISOString(),
    newSalt,
    decide: (loaded): readonly WorkEvent[] =>
      loaded?.state.task && isOpenTask(loaded.state.task) ? change(loaded.state.task, loaded.state) : [],
  });
};

/** Days of a task as whoever ordered it has them now. */
export interface TaskDays {
  readonly notBefore: string;
  readonly due?: NonNullable<WorkOrder['due']>;
}

/** Moves a task that is still to be done to other days; on them already it stays. */
export const moveTask = (services: TaskServices, ref: WorkRef, { notBefore, due }: TaskDays): Promise<void> =>
  changeOpenTask(services, ref, (task, { due: before }) => {
    const stays = task.done !== undefined || (task.notBefore === notBefore && before?.dueOn === due?.dueOn);
    return stays ? [] : [{ type: 'WorkDueMoved', notBefore, ...(due ? { due } : {}) }];
  });

/** Takes a task back as far as anything is still asked. */
export const withdrawTask = (services: TaskServices, ref: WorkRef, reason: string): Promise<void> =>
  changeOpenTask(services, ref, () => [{ type: 'WorkWithdrawn', reason }]);

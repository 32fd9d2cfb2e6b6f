import { sweepByDate } from '#shared/kernel/sweep-by-date.ts';
import { log } from '#shared/log/log.ts';
import type { DueRow, DueStore, MarkerQueue } from './delivery-ports.ts';
import { remindTask } from './remind-task.ts';
import type { CaseServices } from './services.ts';

export interface DueSweepServices extends Pick<CaseServices, 'cases' | 'references' | 'clock'> {
  readonly due: DueStore;
  readonly queues: { readonly notice: MarkerQueue; readonly effect: MarkerQueue };
}

export interface DueSweepResult {
  readonly reminded: number;
  /** Notices and effects whose time has come, handed to their own consumer. */
  readonly released: number;
  readonly failed: number;
}

type TaskRow = Extract<DueRow, { kind: 'task' }>;
type HeldRow = Exclude<DueRow, TaskRow>;

const tryToRemind = async (services: DueSweepServices, { ref, taskId }: TaskRow) => {
  try {
    return (await remindTask(services, ref, taskId)) ? 'reminded' : 'nothing';
  } catch (error) {
    log.error('reminder.failed', error, { caseId: ref.caseId, taskId });
    return 'failed';
  }
};

const sweepDate = async (
  services: DueSweepServices,
  date: string,
  until: string,
): Promise<DueSweepResult> => {
  const count = { reminded: 0, nothing: 0, failed: 0 };
  const released: Record<HeldRow['kind'], HeldRow['key'][]> = { notice: [], effect: [] };
  for await (const row of services.due.listDue(date, until)) {
    if (row.kind !== 'task') released[row.kind].push(row.key);
    else count[await tryToRemind(services, row)] += 1;
  }
  await services.queues.notice.forward(released.notice);
  await services.queues.effect.forward(released.effect);
  return {
    reminded: count.reminded,
    failed: count.failed,
    released: released.notice.length + released.effect.length,
  };
};

/** What has fallen due in business time: tasks are reminded of, notices and effects that waited for their time go on. */
export const sweepDue = async (services: DueSweepServices): Promise<DueSweepResult> => {
  const total = { reminded: 0, released: 0, failed: 0 };
  await sweepByDate(services.due, services.clock.now(), async (date, until) => {
    const result = await sweepDate(services, date, until);
    total.reminded += result.reminded;
    total.released += result.released;
    total.failed += result.failed;
    return result.failed + result.released === 0;
  });
  return total;
};

import type { WorkOrder } from '../domain/work-order.ts';

const kindLabels: Readonly<Record<WorkOrder['kind'], string>> = {
  confirmation: '三方确认',
  opening: '资源开通',
  reconfiguration: '资源变更',
  task: '执行',
};

/** What a work order asks for, in words. */
export const workLabel = ({ kind, task, window }: Pick<WorkOrder, 'kind' | 'task' | 'window'>): string =>
  window ? '临时扩充重点保障' : (task?.title ?? kindLabels[kind]);

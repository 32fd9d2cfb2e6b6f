import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { closeWait } from './admit-wait.ts';
import type { OrderEvent } from './order-events.ts';
import type { Doer, Order } from './order-state.ts';
import { notNow } from './plan-batch.ts';

/**
 * 余量不再开通: what is in no batch yet is given up and the order is done, so that an application that needs less than it
 * was granted does not stay open, and overdue, for ever. What was opened is untouched. A major change is carried out as a
 * whole, or what it replaces would be billed on.
 */
export const dropRemainder = (
  order: Order,
  reason: string,
  by: Doer,
): Result<readonly OrderEvent[], Refusal> => {
  const refusal = notNow(order);
  if (refusal) return refuse(refusal);
  if (order.window)
    return refuse({ code: 'remainder-kept', detail: '临时扩容到期自行结束，不单独终止余量。' });
  if (order.replaces)
    return refuse({
      code: 'remainder-kept',
      detail: '重大变更须按批准的清单全部开通，不能只开通一部分；不再需要的资源开通后另行办理关停。',
    });
  return accept([
    { type: 'RemainderDropped', by, reason },
    { type: 'OrderCompleted' },
    ...closeWait(order, 'batch', (order.batches.at(-1)?.no ?? 0) + 1, 'Concluded'),
  ]);
};

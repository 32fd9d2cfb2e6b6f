import { openWaitOf } from '#shared/kernel/machine-waits.ts';
import type { Order } from './order-state.ts';

export type OrderStatus = 'starting' | 'confirming' | 'opening' | 'opened';

/** 待流转 / 待三方确认 / 开通中 / 已开通. */
export const orderStatus = (order: Order): OrderStatus => {
  if (order.completedAt !== undefined) return 'opened';
  const step = openWaitOf(order.waits)?.step;
  if (step === 'batch' || order.batches.length > 0) return 'opening';
  return step === 'confirmation' ? 'confirming' : 'starting';
};

/** Everything that it has opened, once it is done; undefined before. */
export const openedUnits = ({ completedAt, batches }: Pick<Order, 'completedAt' | 'batches'>) =>
  completedAt === undefined
    ? undefined
    : batches.flatMap(({ units }) =>
        units.filter(({ state }) => state === 'opened').map(({ unitId }) => unitId),
      );

import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { ConfirmingParty } from '#shared/regulation/provisioning-spec.ts';
import { closeWait } from './admit-wait.ts';
import type { OrderEvent } from './order-events.ts';
import { type Doer, type Order, waitsIn } from './order-state.ts';

/** 三方确认 by one party, in any order; the last one confirms the order. A party that has confirmed counts once. */
export const confirmOrder = (
  order: Order,
  party: ConfirmingParty,
  by: Doer,
  at: string,
): Result<readonly OrderEvent[], Refusal> => {
  if (!order.parties.includes(party))
    return refuse({ code: 'not-offered', detail: '本市规则不要求三方确认，由运行管理方直接安排开通。' });
  if (order.confirmations.some((one) => one.party === party))
    return refuse({ code: 'already-confirmed', detail: '本方已经确认过，不需要再次确认。' });
  if (!waitsIn(order, 'confirmation'))
    return refuse({ code: 'order-in-transit', detail: '开通单正在流转，几秒后请再试。' });
  const confirmation = { party, at, by };
  const confirmed = [...order.confirmations, confirmation];
  const complete = order.parties.every((wanted) => confirmed.some((one) => one.party === wanted));
  return accept([
    { type: 'PartyConfirmed', confirmation },
    ...(complete
      ? [{ type: 'OrderConfirmed' } as const, ...closeWait(order, 'confirmation', undefined, 'Approved')]
      : []),
  ]);
};

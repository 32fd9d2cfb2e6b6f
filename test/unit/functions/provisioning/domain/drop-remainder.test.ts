import { describe, expect, it } from 'vitest';
import { dropRemainder } from '#functions/provisioning/domain/drop-remainder.ts';
import { evolveOrder } from '#functions/provisioning/domain/evolve-order.ts';
import type { Order } from '#functions/provisioning/domain/order-state.ts';
import { hasRemaining } from '#functions/provisioning/domain/order-state.ts';
import { orderStatus } from '#functions/provisioning/domain/order-status.ts';
import { orderStory as setup } from '#test/support/order-story.ts';

const who = { tenant: 'yancheng/_city', membership: 'operator' } as const;
const at = '2026-07-20T02:00:00.000Z';
const dropped = (order: Order) => dropRemainder(order, '不再需要', who);
const after = (order: Order): Order => {
  const decided = dropped(order);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value.reduce((state, event) => evolveOrder(state, event, at), order);
};

describe('what remains of an order', () => {
  it('is given up once the machine waits for the next batch: nothing remains, the order is done, the wait is over', () => {
    const story = setup(5);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 2);
    story.opens(1, '2026-07-08T02:00:00.000Z');
    expect(dropped(story.now())).toMatchObject({ ok: false, refusal: { code: 'order-in-transit' } });
    story.waits('batch', 2);
    const order = after(story.now());
    expect(hasRemaining(order)).toBe(false);
    expect(orderStatus(order)).toBe('opened');
    expect(order).toMatchObject({ dropped: { at, by: who }, completedAt: at });
    expect(order.waits.at(-1)).toMatchObject({ step: 'batch', batch: 2, outcome: 'Concluded' });
    expect(order.batches).toEqual(story.now().batches);
    expect(dropped(order)).toMatchObject({ ok: false, refusal: { code: 'order-completed' } });
  });

  it('is not given up while a batch waits for the provider, nor before the three parties have confirmed', () => {
    const story = setup(5);
    expect(dropped(story.now())).toMatchObject({ ok: false, refusal: { code: 'order-unconfirmed' } });
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 2);
    expect(dropped(story.now())).toMatchObject({ ok: false, refusal: { code: 'batch-open' } });
  });

  it('of a major change is not given up: what it replaces would be billed on', () => {
    const story = setup(5);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.waits('batch', 1);
    expect(dropped({ ...story.now(), replaces: 'dafeng.exit' })).toMatchObject({
      ok: false,
      refusal: { code: 'remainder-kept' },
    });
  });
});

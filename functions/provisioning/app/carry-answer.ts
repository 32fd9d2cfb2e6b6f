import * as z from 'zod/mini';
import { answeringActor } from '#shared/aggregate/answering-actor.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { depositCredentials } from '../domain/collect-credentials.ts';
import { confirmOrder } from '../domain/confirm-order.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import type { Order } from '../domain/order-state.ts';
import { reportUnits } from '../domain/report-units.ts';
import { doerOf } from '../domain/who-may.ts';
import { orderRules } from './order-rules.ts';
import type { ProvisioningServices } from './ports.ts';

const { tenant } = answeringActor.shape;
const facts = { tenant, orderId: z.string(), at: z.string(), by: answeringActor };
const report = z.object({
  opened: z.array(z.object({ unitId: z.string(), instanceId: z.string(), addresses: z.array(z.string()) })),
  failed: z.array(z.object({ unitId: z.string(), reason: z.string() })),
});
const credentials = z.object({
  depositedAt: z.string(),
  by: z.object({ tenant, membership: z.string() }),
  sealed: z.string(),
  digest: z.string(),
});
const answered = z.discriminatedUnion('answer', [
  z.object({ ...facts, answer: z.literal('WorkConfirmed') }),
  z.object({ ...facts, answer: z.literal('WorkReported'), batch: z.int(), report }),
  z.object({ ...facts, answer: z.literal('WorkCredentialsLeft'), batch: z.int(), credentials }),
]);
type Answered = z.infer<typeof answered>;

const carried = (order: Order, answer: Answered, actor: Actor): readonly OrderEvent[] => {
  switch (answer.answer) {
    case 'WorkConfirmed': {
      const decided = confirmOrder(order, 'provider', doerOf(actor), answer.at);
      if (decided.ok) return decided.value;
      // Carried already.
      if (decided.refusal.code === 'already-confirmed') return [];
      throw new Error(`the provider's confirmation was refused: ${decided.refusal.code}`);
    }
    case 'WorkReported':
      return reportUnits(order, answer.batch, answer.report);
    case 'WorkCredentialsLeft':
      return depositCredentials(order, answer.batch, answer.credentials);
  }
};

/** A provider's answer, carried through the order's door as that person's command at the time of their answer. */
export const carryAnswer = async (
  { orders, newSalt }: Pick<ProvisioningServices, 'orders' | 'newSalt'>,
  effect: unknown,
): Promise<void> => {
  const answer = answered.parse(effect);
  await passSystemDoor(orderRules, orders, {
    ref: { tenant: answer.tenant, orderId: answer.orderId },
    at: answer.at,
    by: answer.by,
    newSalt,
    decide: (loaded) => {
      if (!loaded) throw new Error(`an answer to an unknown order ${answer.orderId}`);
      return carried(loaded.state, answer, answer.by);
    },
  });
};

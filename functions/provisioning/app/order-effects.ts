import * as z from 'zod/mini';
import type { EffectHandlers, Marked } from '#functions/lifecycle/app/carry-effect.ts';
import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { Order } from '../domain/order-state.ts';
import { carryReleased } from '../domain/release-units.ts';
import { syncWork, type WorkOrder, workFor } from '../domain/work-order.ts';
import { type ReplacingServices, settleReplaced } from './bill-replaced.ts';
import { carryAnswer } from './carry-answer.ts';
import { endLent, type LendingServices, openLent } from './lend-resources.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, WorkRef } from './ports.ts';
import { registerBatch } from './register-batch.ts';
import { nextBatch, type WaitServices } from './wait-in-step.ts';
import { warnOfInstances } from './warn-of-instances.ts';
import { workRules } from './work-rules.ts';

const ref = {
  tenant: tenantId,
  orderId: z.string(),
};
const orderRef = z.object(ref);
const started = z.object({ ...ref, confirmation: z.boolean() });
const decided = z.object({ ...ref, wait: z.int() });
const ofBatch = z.object({ ...ref, batch: z.int() });
const released = z.object({ ...ref, batch: z.int(), unitIds: z.array(z.string()) });
const exitMoved = z.object({ tenant: tenantId, application: z.string() });
const worked = z.object({ ...ref, batch: z.exactOptional(z.int()) });

export type TakeAlong = (
  late: OrderRef & { readonly systemId: string; readonly batch: number; readonly approvedAt: string },
) => Promise<void>;

export interface EffectServices extends WaitServices, LendingServices, ReplacingServices {
  readonly registry: LendingServices['registry'];
  readonly work: AggregateStore<WorkRef, WorkOrder>;
  /** What has come into use of a system that is being shut down does not stay. */
  readonly takeAlong: TakeAlong;
}

const orderOf = async ({ orders }: EffectServices, found: OrderRef): Promise<Order> => {
  const loaded = await orders.load(found);
  if (!loaded) throw new Error(`an effect of an unknown order ${found.orderId}`);
  return loaded.state;
};

const issueWork = async (services: EffectServices, effect: Marked): Promise<void> => {
  const { batch, ...found } = worked.parse(effect);
  const order = await orderOf(services, found);
  const at = services.clock.now().toISOString();
  const wanted = workFor(order, batch, at);
  await passSystemDoor(workRules, services.work, {
    ref: { provider: order.provider.id, workId: wanted.workId },
    at,
    newSalt: services.newSalt,
    decide: (loaded) => syncWork(loaded?.state, wanted),
  });
};

const giveBack = async (services: EffectServices, effect: Marked): Promise<void> => {
  const { batch, unitIds, ...found } = released.parse(effect);
  await passSystemDoor(orderRules, services.orders, {
    ref: found,
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    decide: (loaded) => {
      if (!loaded) throw new Error(`units given back to an unknown order ${found.orderId}`);
      return carryReleased(loaded.state, batch, unitIds);
    },
  });
};

const tellMachine = async (services: EffectServices, effect: Marked): Promise<void> => {
  const { wait: index, ...found } = decided.parse(effect);
  const wait = (await orderOf(services, found)).waits[index];
  if (wait?.outcome === undefined) throw new Error(`wait ${index} of ${found.orderId} is not decided`);
  for (const token of wait.tokens) await services.machine.tell(token, wait.outcome, nextBatch(wait.batch));
};

/** What follows from orders and from providers' answers; asked again it changes nothing. */
export const orderEffects = (services: EffectServices): EffectHandlers => ({
  'provisioning.start': async (effect) => {
    const { confirmation, ...found } = started.parse(effect);
    await services.machine.start(found, confirmation);
  },
  'provisioning.outcome': (effect) => tellMachine(services, effect),
  'provisioning.work': (effect) => issueWork(services, effect),
  'provisioning.released': (effect) => giveBack(services, effect),
  'provisioning.answered': (effect) => carryAnswer(services, effect),
  exitMoved: async (effect) => {
    const { tenant, application } = exitMoved.parse(effect);
    const order = await services.orders.load({ tenant, orderId: application });
    if (order) await settleReplaced(services, order.state);
  },
  'provisioning.windowOpens': (effect) => openLent(services, orderRef.parse(effect)),
  'provisioning.windowEnds': (effect) => endLent(services, orderRef.parse(effect)),
  'provisioning.register': async (effect) => {
    const { batch, ...found } = ofBatch.parse(effect);
    const order = await orderOf(services, found);
    await registerBatch(services.registry, order, batch);
    await warnOfInstances(services, order, batch);
    await settleReplaced(services, order);
    const { systemId, approvedAt } = order;
    await services.takeAlong({ ...found, systemId, batch, approvedAt });
  },
});

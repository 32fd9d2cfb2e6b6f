import { log } from '#shared/log/log.ts';
import type { ApprovalMachine, DeliveryStore, PendingDelivery } from './delivery-ports.ts';

export interface DeliveryServices {
  readonly deliveries: DeliveryStore;
  readonly machine: ApprovalMachine;
}

/**
 * Brings one marker to the machine and clears it. Brought twice, late or out of order it has no second effect:
 * an execution starts once by its name, and a token that was answered is answered the same.
 */
export const deliver = async (services: DeliveryServices, pending: PendingDelivery): Promise<void> => {
  const delivery = await services.deliveries.load(pending);
  if (!delivery) return;
  const { ref, seq } = pending;
  if (delivery.kind === 'start') await services.machine.start(ref);
  else
    for (const token of await services.deliveries.tokensOf(ref, delivery.visit))
      await services.machine.tell(token, delivery.outcome);
  await services.deliveries.clear(pending);
  log.info('delivery.done', { tenant: ref.tenant, caseId: ref.caseId, seq, kind: delivery.kind });
};

import { enterWait } from '#shared/aggregate/enter-wait.ts';
import { admitWait } from '../domain/admit-wait.ts';
import type { Wait } from '../domain/order-state.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, ProvisioningMachine, ProvisioningServices } from './ports.ts';

export interface WaitServices extends Pick<ProvisioningServices, 'orders' | 'clock' | 'newSalt'> {
  readonly machine: ProvisioningMachine;
}

/** Which batch the machine goes on with after a wait. */
export const nextBatch = (batch: number | undefined): number => (batch ?? 0) + 1;

/** The machine waits in a step; what was decided already is told at once. */
export const waitInStep = async (
  services: WaitServices,
  ref: OrderRef,
  { step, batch, token }: { readonly step: Wait['step']; readonly batch?: number; readonly token: string },
): Promise<void> => {
  const outcome = await enterWait(orderRules, services.orders, {
    ref,
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    admit: (order) => admitWait(order, step, batch, token),
  });
  if (outcome !== undefined) await services.machine.tell(token, outcome, nextBatch(batch));
};

import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { admitWait } from '../domain/admit-wait.ts';
import type { Wait, WaitOutcome } from '../domain/order-state.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, ProvisioningMachine, ProvisioningServices } from './ports.ts';

export interface WaitServices extends Pick<ProvisioningServices, 'orders' | 'clock' | 'newSalt'> {
  readonly machine: ProvisioningMachine;
}

/** Which batch the machine goes on with after a wait. */
export const nextBatch = (batch: number | undefined): number => (batch ?? 0) + 1;

/**
 * The machine waits in a step: its token is written together with what may now be decided, once, however often it
 * asks. What was decided already is told at once.
 */
export const waitInStep = async (
  services: WaitServices,
  ref: OrderRef,
  { step, batch, token }: { readonly step: Wait['step']; readonly batch?: number; readonly token: string },
): Promise<void> => {
  let outcome: WaitOutcome | undefined;
  await passSystemDoor(orderRules, services.orders, {
    ref,
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    decide: (loaded) => {
      if (!loaded) throw new Error(`the machine asks for an unknown order ${ref.orderId}`);
      const admission = admitWait(loaded.state, step, batch, token);
      outcome = admission.outcome;
      return admission.events;
    },
  });
  if (outcome !== undefined) await services.machine.tell(token, outcome, nextBatch(batch));
};

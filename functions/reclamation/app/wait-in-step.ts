import { enterWait } from '#shared/aggregate/enter-wait.ts';
import type { ReclamationStep } from '../domain/reclamation-state.ts';
import { admitReclamationWait } from '../domain/reclamation-waits.ts';
import type { ReclaimingServices, ReclamationMachine, ReclamationRef } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { rulesOf } from './rules-of.ts';

interface WaitServices extends Pick<ReclaimingServices, 'reclamations' | 'clock' | 'newSalt'> {
  readonly machine: ReclamationMachine;
}

/** The machine waits in a step; what has ended already is told at once. */
export const waitInStep = async (
  services: WaitServices,
  ref: ReclamationRef,
  step: ReclamationStep,
  token: string,
): Promise<void> => {
  const outcome = await enterWait(reclamationProcess, services.reclamations, {
    ref,
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    admit: (state) => admitReclamationWait(state, step, token, rulesOf(state)),
  });
  if (outcome !== undefined) await services.machine.tell(token, outcome);
};

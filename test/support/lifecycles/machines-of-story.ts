import type { OrderRef, ProvisioningMachine } from '#functions/provisioning/app/ports.ts';
import type { ReclamationMachine, ReclamationRef } from '#functions/reclamation/app/ports.ts';
import type { reclamationSteps } from '#functions/reclamation/domain/reclamation-state.ts';
import { type MachineShape, memoryMachine } from './memory-machine.ts';

export interface OpeningPlace {
  readonly step: 'confirmation' | 'batch';
  readonly batch?: number;
}
type ReclaimingPlace = (typeof reclamationSteps)[number];

const afterReclaiming = (place: ReclaimingPlace, outcome: string): ReclaimingPlace | undefined => {
  if (outcome === 'Restored' || outcome === 'Concluded' || place === 'certificate') return undefined;
  if (place === 'notice') return 'execution';
  return outcome === 'ErasureAsked' ? 'erasure' : 'certificate';
};

/** Both machines of a story; what their steps ask for waits until the story comes to it. */
export const machinesOfStory = (wait: {
  readonly opening: MachineShape<OrderRef, OpeningPlace>['wait'];
  readonly reclaiming: MachineShape<ReclamationRef, ReclaimingPlace>['wait'];
}) => {
  const asks: (() => Promise<void>)[] = [];
  const openings = memoryMachine<OrderRef, OpeningPlace>(
    {
      idOf: ({ orderId }) => orderId,
      after: (_place, outcome, next) =>
        outcome === 'Concluded' ? undefined : { step: 'batch', batch: next },
      wait: wait.opening,
    },
    asks,
  );
  const reclaims = memoryMachine<ReclamationRef, ReclaimingPlace>(
    {
      idOf: ({ reclamationId }) => reclamationId,
      after: afterReclaiming,
      wait: wait.reclaiming,
    },
    asks,
  );
  const provisioning: ProvisioningMachine = {
    start: async (ref, confirmation) =>
      openings.start(ref, confirmation ? { step: 'confirmation' } : { step: 'batch', batch: 1 }),
    tell: async (token, outcome, next) => openings.tell(token, outcome, next),
  };
  const reclamation: ReclamationMachine = {
    start: async (ref) => reclaims.start(ref, 'notice'),
    tell: async (token, outcome) => reclaims.tell(token, outcome),
  };
  return {
    asks,
    provisioning,
    reclamation,
    openings,
    reclaims,
    redrive: (pick: number): void => (pick % 2 === 0 ? openings : reclaims).redrive(Math.floor(pick / 2)),
  };
};

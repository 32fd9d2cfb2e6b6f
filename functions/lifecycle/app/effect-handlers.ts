import type { ReadCompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { ObligationsForLifecycle } from '#functions/obligations/ports/obligations-for-lifecycle.ts';
import type { ProvisioningForLifecycle } from '#functions/provisioning/ports/provisioning-for-lifecycle.ts';
import type { ReclamationForLifecycle } from '#functions/reclamation/ports/reclamation-for-lifecycle.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { EffectHandlers } from './carry-effect.ts';
import { type FollowCase, followCase } from './follow-case.ts';
import { noteChange } from './note-change.ts';
import { registerSystem } from './register-system.ts';

export interface LifecycleContexts {
  readonly read: ReadCompletedCase;
  readonly registry: RegistryWriter;
  readonly provisioning: ProvisioningForLifecycle;
  readonly obligations: Pick<ObligationsForLifecycle, 'effects'>;
  readonly reclamation: Pick<ReclamationForLifecycle, 'effects' | 'openFromShutdown'>;
}

/** Who carries on what; 0601 tells how a process joins. */
export const effectHandlers = ({
  read,
  registry,
  provisioning,
  obligations,
  reclamation,
}: LifecycleContexts): EffectHandlers => {
  const openOrder: FollowCase = async (completed) => {
    // Carried once more after its system was closed, it would make another one.
    if (await provisioning.isOpened(completed.ref)) return;
    await provisioning.openOrder(completed, await registerSystem(registry, completed));
  };
  return {
    caseCompleted: followCase(read, {
      cloudApplication: openOrder,
      temporaryExpansion: openOrder,
      resourceChange: async (completed) => {
        await provisioning.openOrder(completed, await noteChange(registry, completed));
      },
      shutdown: reclamation.openFromShutdown,
    }),
    ...provisioning.effects,
    ...obligations.effects,
    ...reclamation.effects,
  };
};

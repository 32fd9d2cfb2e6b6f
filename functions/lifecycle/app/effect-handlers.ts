import type { CompletedCase, ReadCompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { ObligationsForLifecycle } from '#functions/obligations/ports/obligations-for-lifecycle.ts';
import type { ProvisioningForLifecycle } from '#functions/provisioning/ports/provisioning-for-lifecycle.ts';
import type { ReclamationForLifecycle } from '#functions/reclamation/ports/reclamation-for-lifecycle.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { TellOfCase } from '#shared/aggregate/notice.ts';
import type { EffectHandlers } from './carry-effect.ts';
import { type FollowCase, followCase } from './follow-case.ts';
import { leftUnopened } from './leave-unopened.ts';
import { noteChange } from './note-change.ts';
import { registerSystem } from './register-system.ts';

export interface LifecycleContexts {
  readonly read: ReadCompletedCase;
  readonly registry: RegistryWriter;
  readonly provisioning: ProvisioningForLifecycle;
  readonly obligations: Pick<ObligationsForLifecycle, 'effects'>;
  readonly reclamation: Pick<ReclamationForLifecycle, 'effects' | 'openFromShutdown' | 'closingSince'>;
  readonly tell: TellOfCase;
}

type SystemFor = (completed: CompletedCase) => Promise<string>;

/** Who carries on what; 0601 tells how a process joins. */
export const effectHandlers = ({
  read,
  registry,
  provisioning,
  obligations,
  reclamation,
  tell,
}: LifecycleContexts): EffectHandlers => {
  const services = { registry, closingSince: reclamation.closingSince, tell };
  const register: SystemFor = (completed) => registerSystem(services, completed);
  /** Carried once more after its system was closed, it would make another one, or tell of what was opened. */
  const openOn =
    (systemFor: SystemFor, uses: 'anySystem' | 'standingSystem'): FollowCase =>
    async (completed) => {
      if (await provisioning.isOpened(completed.ref)) return;
      if (uses === 'standingSystem' && (await leftUnopened(services, completed))) return;
      await provisioning.openOrder(completed, await systemFor(completed));
    };
  return {
    caseCompleted: followCase(read, {
      cloudApplication: async (completed) =>
        // Beside an exit it is a change of the system that it names.
        openOn(register, completed.systemId === undefined ? 'anySystem' : 'standingSystem')(completed),
      temporaryExpansion: openOn(register, 'standingSystem'),
      resourceChange: openOn((completed) => noteChange(registry, completed), 'standingSystem'),
      shutdown: reclamation.openFromShutdown,
    }),
    ...provisioning.effects,
    ...obligations.effects,
    ...reclamation.effects,
  };
};

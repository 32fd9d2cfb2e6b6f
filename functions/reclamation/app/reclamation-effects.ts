import * as z from 'zod/mini';
import type { EffectHandlers, Marked } from '#functions/lifecycle/app/carry-effect.ts';
import type { WorkTasks } from '#functions/provisioning/ports/work-tasks.ts';
import { erased } from '#functions/registry/ports/registry-for-processes.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { endTimeToRestore, withWaits } from '../domain/reclamation-waits.ts';
import { carryExecution } from './carry-execution.ts';
import type { ReclaimingServices, ReclamationMachine, ReclamationRef } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { rulesOf } from './rules-of.ts';
import { settleRegistry } from './settle-registry.ts';

const ref = z.object({
  tenant: tenantId,
  reclamationId: z.string(),
});

const closed = z.object({ ...ref.shape, wait: z.int() });

/** @param left what of the system is still in use: case and batch of each resource */
type EndObligations = (taken: {
  readonly tenant: TenantId;
  readonly organisation: string;
  readonly systemId: string;
  readonly reclamationId: string;
  readonly left: readonly { readonly caseId: string; readonly batch: number }[];
}) => Promise<void>;

export interface ReclamationEffectServices extends ReclaimingServices {
  readonly tasks: WorkTasks;
  readonly machine: ReclamationMachine;
  /** Nothing is owed any more for what has been taken back. */
  readonly endObligations: EndObligations;
}

export const workIdOf = ({ reclamationId }: Pick<Reclamation, 'reclamationId'>): string =>
  `${reclamationId}-reclaim`;

const loadState = async (
  { reclamations }: ReclaimingServices,
  found: ReclamationRef,
): Promise<Reclamation> => {
  const loaded = await reclamations.load(found);
  if (!loaded) throw new Error(`an effect of an unknown reclamation ${found.reclamationId}`);
  return loaded.state;
};

const withdrawWork = async (services: ReclamationEffectServices, found: ReclamationRef): Promise<void> => {
  const state = await loadState(services, found);
  if (!state.restored) return;
  // It may have been ordered by somebody who died before they wrote it down here; one that is not there stays so.
  const provider = state.provider ?? (await services.tasks.providerOf(state.tenant));
  if (provider) await services.tasks.withdraw(provider.id, workIdOf(state), '资源已恢复使用，不再回收。');
  await services.registry.note({ tenant: state.tenant, systemId: state.systemId }, [
    {
      id: `${state.reclamationId}-restored`,
      stage: 'exit',
      at: state.restored.at,
      text: '回收前恢复使用',
      by: state.restored.by,
    },
  ]);
};

/** The work order's days are the notice's; one that has not been ordered yet is ordered on them. */
const moveWork = async (services: ReclamationEffectServices, found: ReclamationRef): Promise<void> => {
  const state = await loadState(services, found);
  const { provider, notice } = state;
  if (!provider) return;
  const { actOn: notBefore, due } = notice;
  await services.tasks.move(provider.id, workIdOf(state), { notBefore, ...(due ? { due } : {}) });
};

/** 回收工单, on the notice's own dates. */
const orderWork = async (services: ReclamationEffectServices, found: ReclamationRef): Promise<void> => {
  const state = await loadState(services, found);
  if (state.restored) return withdrawWork(services, found);
  const provider = await services.tasks.providerOf(state.tenant);
  if (!provider) throw new Error(`${state.tenant} has no cloud provider to reclaim ${found.reclamationId}`);
  const { actOn, due } = state.notice;
  await services.tasks.order({
    workId: workIdOf(state),
    provider,
    tenant: state.tenant,
    systemName: state.systemName,
    applicant: state.organisation.name,
    ...(due ? { due } : {}),
    task: {
      answers: 'reclamation.answered',
      processId: state.reclamationId,
      step: 'reclaim',
      title: '资源回收',
      notBefore: actOn,
      asksErasure: true,
      asksCertificate: rulesOf(state).certificate !== undefined,
      resources: state.resources,
    },
  });
  const { id, name } = provider;
  const now = await passSystemDoor(reclamationProcess, services.reclamations, {
    ref: found,
    at: services.clock.now().toISOString(),
    newSalt: services.newSalt,
    decide: (loaded): readonly ReclamationEvent[] =>
      loaded?.state.provider ? [] : [{ type: 'ProviderCharged', provider: { id, name } }],
  });
  // Restored while it was being ordered.
  if (now?.restored) await withdrawWork(services, found);
  // Or its days moved, which nobody could carry into an order that was not there.
  else await moveWork(services, found);
};

const tellMachine = async (services: ReclamationEffectServices, effect: Marked): Promise<void> => {
  const { wait: index, ...found } = closed.parse(effect);
  const wait = (await loadState(services, found)).waits[index];
  if (wait?.outcome === undefined) throw new Error(`wait ${index} of ${found.reclamationId} is not decided`);
  for (const token of wait.tokens) await services.machine.tell(token, wait.outcome);
};

const noteTimeOver = async (services: ReclamationEffectServices, found: ReclamationRef): Promise<void> => {
  const now = services.clock.now();
  await passSystemDoor(reclamationProcess, services.reclamations, {
    ref: found,
    at: now.toISOString(),
    newSalt: services.newSalt,
    decide: (loaded) =>
      loaded
        ? withWaits(loaded.state, endTimeToRestore(loaded.state, shanghaiDateOf(now)), rulesOf(loaded.state))
        : [],
  });
};

/** What follows from reclamations and from the provider's answers; asked again it changes nothing. */
export const reclamationEffects = (services: ReclamationEffectServices): EffectHandlers => {
  const on = (carry: (found: ReclamationRef) => Promise<void>) => (effect: Marked) =>
    carry(ref.parse(effect));
  return {
    'reclamation.start': on((found) => services.machine.start(found)),
    'reclamation.outcome': (effect) => tellMachine(services, effect),
    'reclamation.restoreEnded': on((found) => noteTimeOver(services, found)),
    'reclamation.order': on((found) => orderWork(services, found)),
    'reclamation.reschedule': on((found) => moveWork(services, found)),
    'reclamation.withdraw': on((found) => withdrawWork(services, found)),
    'reclamation.answered': (effect) => carryExecution(services, effect),
    'reclamation.settle': on(async (found) => {
      const state = await loadState(services, found);
      const left = await settleRegistry(
        services.registry,
        state,
        async () => (await services.claims.of(state)).closing !== undefined,
      );
      const { tenant, systemId, reclamationId, organisation } = state;
      await services.endObligations({
        ...{ tenant, systemId, reclamationId, left },
        organisation: organisation.id,
      });
    }),
    'reclamation.erased': on(async (found) => {
      const { tenant, systemId, resources, erasureConfirmed } = await loadState(services, found);
      if (!erasureConfirmed) throw new Error(`the erasure of ${found.reclamationId} is not confirmed`);
      for (const { resourceId } of resources)
        await services.registry.changeResource({ tenant, systemId }, resourceId, (resource) =>
          erased(resource, erasureConfirmed.at),
        );
    }),
    'reclamation.revoke': on(async (found) => services.certificates.revoke(await loadState(services, found))),
  };
};

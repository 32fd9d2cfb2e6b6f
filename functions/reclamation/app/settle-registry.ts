import {
  type RegistryWriter,
  type Resource,
  reclaimed,
} from '#functions/registry/ports/registry-for-processes.ts';
import { billingEnd } from '../domain/billing-end.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { rulesOf } from './rules-of.ts';

/** 台账 after the reclaim: resources out of use, addresses free, bills ended; with its last resource the system's name is free. Answers what is left in use. */
export const settleRegistry = async (
  registry: RegistryWriter,
  state: Reclamation,
): Promise<readonly Resource[]> => {
  const { executed, resources, tenant, systemId, reclamationId, cause } = state;
  const until = billingEnd(state, rulesOf(state));
  if (!executed || until === undefined) throw new Error(`${reclamationId} has not been reclaimed`);
  const system = { tenant, systemId };
  for (const { resourceId } of resources)
    await registry.changeResource(system, resourceId, (resource) => reclaimed(resource, executed.at, until));
  await registry.note(system, [
    {
      id: `${reclamationId}-reclaimed`,
      stage: 'exit',
      at: executed.at,
      text: `回收 ${resources.length} 个资源，释放地址，${until} 起不再计费`,
      by: executed.by,
      ...(cause === 'shutdown' ? { caseId: reclamationId } : {}),
    },
  ]);
  const left = (await registry.resourcesOf(system)).filter(({ state: now }) => now !== 'reclaimed');
  if (cause === 'shutdown' && left.length === 0) await registry.closeSystem(system, executed.at);
  return left;
};

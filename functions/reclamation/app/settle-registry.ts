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
  /** 关停 of the system is approved: whoever takes the last of it closes it. */
  closing: () => Promise<boolean>,
): Promise<readonly Resource[]> => {
  const { executed, resources, tenant, systemId, reclamationId, caseId } = state;
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
      ...(caseId === undefined ? {} : { caseId }),
    },
  ]);
  const left = (await registry.resourcesOf(system)).filter(({ state: now }) => now !== 'reclaimed');
  // Asked behind the writes: one that is approved meanwhile sees them, or is seen.
  if (left.length === 0 && (await closing())) await registry.closeSystem(system, executed.at);
  return left;
};

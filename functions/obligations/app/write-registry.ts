import type { OpenedBatches } from '#functions/provisioning/ports/opened-batches.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { kindOf } from '../domain/reckon-due.ts';

const ofBatch = ({ batch }: Obligation): string => (batch === undefined ? '' : `（第 ${batch} 批）`);

/** A day on each resource of the batch, all of which the opening has registered. */
const writeDay = async (
  registry: RegistryWriter,
  { tenant, systemId, orderId, batch, performance }: Obligation,
  day: 'deployedOn' | 'goneLiveOn',
  expected: number,
): Promise<void> => {
  const ref = { tenant, systemId };
  const rows = (await registry.resourcesOf(ref)).filter(
    (resource) => resource.caseId === orderId && resource.batch === batch,
  );
  if (rows.length < expected) throw new Error(`batch ${batch} of ${orderId} is not registered yet`);
  const on = performance?.on;
  if (on === undefined) return;
  for (const { resourceId } of rows)
    await registry.changeResource(ref, resourceId, (resource) =>
      resource[day] === on ? undefined : { ...resource, [day]: on },
    );
};

/** What a record leaves in the registry: a day on each resource of the batch, and a line on the system's timeline. */
export const writeRegistry = async (
  { registry, openedBatch }: { readonly registry: RegistryWriter; readonly openedBatch: OpenedBatches },
  obligation: Obligation,
): Promise<void> => {
  const { tenant, systemId, orderId, batch, performance, kind, obligationId } = obligation;
  const { title, writes } = kindOf(obligationsOf(obligation), kind);
  if (!performance || performance.recordedWith !== undefined) return;
  if (writes && orderId !== undefined && batch !== undefined) {
    const { resources } = await openedBatch({ tenant, orderId }, batch);
    await writeDay(registry, obligation, writes, resources);
  }
  await registry.note({ tenant, systemId }, [
    {
      id: `${obligationId}-performed`,
      stage: 'goLive',
      at: performance.at,
      text: `${performance.on} ${title}${ofBatch(obligation)}`,
      by: performance.by,
      ...(orderId === undefined ? {} : { caseId: orderId }),
    },
  ]);
};

import * as z from 'zod/mini';
import type { EffectHandlers, Marked } from '#functions/lifecycle/app/carry-effect.ts';
import type { OpenedBatches } from '#functions/provisioning/ports/opened-batches.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { type Obligation, orderedReclaim } from '../domain/obligation-state.ts';
import { followRecord, openForBatch } from './open-obligations.ts';
import { type OpenReclamation, orderReclaim } from './order-reclaim.ts';
import type { ObligationLists, SystemServices } from './ports.ts';
import { withdrawReclaim, withdrawVain } from './withdraw-reclaim.ts';
import { writeRegistry } from './write-registry.ts';

const ofBatch = z.object({ tenant: tenantId, orderId: z.string(), batch: z.int() });
const ofObligation = z.object({ tenant: tenantId, obligationId: z.string() });

const givenBack = z.object({
  tenant: tenantId,
  organisation: z.string(),
  systemId: z.string(),
  reclamationId: z.string(),
  by: z.object({ tenant: tenantId, membership: z.string() }),
  reason: z.string(),
  at: z.string(),
  resourceIds: z.array(z.string()),
});

export interface EffectServices extends SystemServices {
  readonly lists: ObligationLists;
  readonly registry: RegistryWriter;
  readonly openedBatch: OpenedBatches;
  readonly reclaim: OpenReclamation;
}

const obligationOf = async ({ obligations }: EffectServices, effect: Marked): Promise<Obligation> => {
  const ref = ofObligation.parse(effect);
  const loaded = await obligations.load(ref);
  if (!loaded) throw new Error(`an effect of an unknown obligation ${ref.obligationId}`);
  return loaded.state;
};

/** What follows from opened batches, from records and from decisions to reclaim; asked again it changes nothing. */
export const obligationEffects = (services: EffectServices): EffectHandlers => ({
  'obligations.batchOpened': async (effect) => {
    const { batch, ...order } = ofBatch.parse(effect);
    await openForBatch(services, await services.openedBatch(order, batch));
  },
  'obligations.performed': async (effect) => {
    const performed = await obligationOf(services, effect);
    await writeRegistry(services, performed);
    await followRecord(services, performed);
  },
  'obligations.reclaimWithdrawn': (effect) => withdrawReclaim(services, givenBack.parse(effect)),
  'obligations.reclaimOrdered': async (effect) => {
    const obligation = await obligationOf(services, effect);
    const ordered = orderedReclaim(obligation);
    // Carried once more after the resources were given back.
    if (!ordered || (await orderReclaim(services, obligation, ordered))) return;
    await withdrawVain(services, obligation, ordered);
  },
});

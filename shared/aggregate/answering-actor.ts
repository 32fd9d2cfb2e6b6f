import * as z from 'zod/mini';
import { tenantId } from '#shared/kernel/tenant-id.ts';

/** Somebody whose answer is carried on from another partition, as they were when they gave it. */
export const answeringActor = z.object({
  personId: z.string(),
  name: z.string(),
  membershipId: z.string(),
  tenant: tenantId,
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  grantsVersion: z.int(),
});

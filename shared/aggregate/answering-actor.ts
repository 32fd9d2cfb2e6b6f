import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';

/** Somebody whose answer is carried on from another partition, as they were when they gave it. */
export const answeringActor = z.object({
  personId: z.string(),
  name: z.string(),
  membershipId: z.string(),
  tenant: z.custom<TenantId>((value) => typeof value === 'string' && isTenantId(value)),
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  grantsVersion: z.int(),
});

import * as z from 'zod/mini';
import { isoInstant, tenantId } from './common.ts';

export const membershipView = z.object({
  id: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  roleLabels: z.array(z.string()),
  /** Since when the tenant's people may only read. */
  suspendedAt: z.exactOptional(isoInstant),
});

export const meView = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  memberships: z.array(membershipView),
});
export type MeView = z.infer<typeof meView>;

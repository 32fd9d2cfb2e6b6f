import * as z from 'zod/mini';
import type { Actor } from '#shared/kernel/actor.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';

const actorContext = z.object({
  personId: z.string(),
  name: z.string(),
  membershipId: z.string(),
  tenant: tenantId,
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  grantsVersion: z.int(),
});

/** The actor that the authorizer put into the request's context; a request without one never reached it. */
export const readActor = (lambdaContext: unknown): Actor =>
  actorContext.parse(JSON.parse(z.object({ actor: z.string() }).parse(lambdaContext).actor));

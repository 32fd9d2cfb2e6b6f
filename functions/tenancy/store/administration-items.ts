import * as z from 'zod/mini';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { HostList } from '../app/administration-ports.ts';
import type { Grant } from '../domain/grant.ts';

const roles = z.array(z.string());
const doer = z.object({ personId: z.string(), membershipId: z.string() });
/** Attributes of what one proposes and another confirms. */
export const twoPersons = {
  reason: z.string(),
  proposedBy: doer,
  proposedAt: z.string(),
  state: z.enum(['open', 'confirmed', 'refused', 'withdrawn']),
  closedBy: z.exactOptional(doer),
  closedAt: z.exactOptional(z.string()),
  closingReason: z.exactOptional(z.string()),
  version: z.int(),
};
const grantItem = z.object({
  ...twoPersons,
  id: z.string(),
  tenant: tenantId,
  subject: z.object({
    personId: z.string(),
    name: z.string(),
    organisation: z.object({ id: z.string(), name: z.string() }),
    membershipId: z.string(),
  }),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('enrol'), roles, phone: z.exactOptional(z.string()) }),
    z.object({ kind: z.literal('roles'), roles }),
    z.object({ kind: z.literal('suspend') }),
    z.object({ kind: z.literal('reactivate') }),
    z.object({ kind: z.literal('contact'), phone: z.string() }),
  ]),
  before: z.exactOptional(
    z.object({ roles, state: z.enum(['active', 'suspended']), grantsVersion: z.int() }),
  ),
});
export const parseGrant = (item: unknown): Grant => grantItem.parse(item);

const hostsItem = z.object({
  version: z.int(),
  hosts: z.array(z.object({ host: z.string(), private: z.exactOptional(z.boolean()) })),
  changedAt: z.exactOptional(z.string()),
  changedBy: z.exactOptional(z.string()),
});
export const parseHosts = (item: unknown): HostList => hostsItem.parse(item);

/** Read even when somebody has tampered with it: the chain's verification must be able to name it. */
const entryItem = z.object({
  sk: z.string(),
  content: z.catch(z.looseObject({ seq: z.int(), at: z.string() }), { seq: 0, at: '' }),
  hash: z.catch(z.string(), ''),
});
export const parseAdministrationEntry = (item: unknown) => {
  const { sk, content, hash } = entryItem.parse(item);
  return { position: Number(sk.slice('EV#'.length)), entry: { content, hash } as ChainedEntry };
};

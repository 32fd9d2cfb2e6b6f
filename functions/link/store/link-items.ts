import * as z from 'zod/mini';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, keys, shardOf } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';

const tenant = z.pipe(
  z.string().check(z.refine(isTenantId)),
  z.transform((text) => text as TenantId),
);

export const linkItem = z.object({
  id: z.string(),
  tenant,
  caseId: z.string(),
  taskId: z.string(),
  about: z.exactOptional(z.enum(['letter', 'confirmation'])),
  title: z.string(),
  holder: z.object({ personId: z.string(), membershipId: z.string(), tenant }),
  state: z.enum(['live', 'used', 'dead']),
  expiresAt: z.string(),
  codesSent: z.int(),
  wrongCodes: z.int(),
  code: z.exactOptional(z.object({ digest: z.string(), salt: z.string(), expiresAt: z.string() })),
  viewKey: z.string(),
});

export const codesItem = z.object({ times: z.array(z.string()), version: z.int() });

/** The marker of a message to a link's person; the sweep finds it like every other. */
export const linkNotice = (
  table: string,
  linkId: string,
  kind: 'code' | 'linkDied',
  now: Date,
): NamedWrite<'notice'> => {
  const at = now.toISOString();
  const Item = {
    ...keys.linkNotice(linkId, `${at}#${kind}`),
    kind,
    at,
    g2pk: indexKeys.undelivered(shanghaiDateOf(now), shardOf(linkId)),
    g2sk: `${at}#${linkId}#${kind}`,
  };
  return { name: 'notice', item: { Put: { TableName: table, Item } } };
};

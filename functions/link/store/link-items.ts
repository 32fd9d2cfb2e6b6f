import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import { markerRow } from '#shared/table/marker-row.ts';
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
    ...markerRow(linkId, kind, now.getTime()),
  };
  return { name: 'notice', item: { Put: { TableName: table, Item } } };
};

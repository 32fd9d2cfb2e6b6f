import * as z from 'zod/mini';
import { clockKind, noticeBody } from '#shared/contracts/holiday-notices.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { Key } from '#shared/table/keys.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { PublishedNotice } from '../domain/notice.ts';
import type { Recomputation } from '../domain/recomputation.ts';

const noticeItem = z.object({
  ...noticeBody.shape,
  version: z.int(),
  scope: z.exactOptional(z.string()),
  publishedAt: z.string(),
  membershipId: z.exactOptional(z.string()),
});

const jobItem = z.object({
  city: z.string(),
  version: z.int(),
  state: z.enum(['running', 'settling', 'retrying', 'done', 'merged']),
  revision: z.int(),
  pass: z.int(),
  passStartedAt: z.string(),
  startedAt: z.string(),
  finishedAt: z.exactOptional(z.string()),
  settleAfter: z.string(),
  retryAfter: z.exactOptional(z.string()),
  cursor: z.object({ tenant: z.int(), after: z.exactOptional(z.string()) }),
  lookedAt: z.int(),
  moved: z.int(),
  failedCount: z.int(),
  failed: z.array(z.object({ tenant: tenantId, kind: clockKind, id: z.string(), reason: z.string() })),
});

export const parseNotice = (item: Item): PublishedNotice => noticeItem.parse(item);
export const parseJob = (item: Item): Recomputation => jobItem.parse(item);

export const markerKey = z.object({ pk: z.string(), sk: z.string() });

/** City and version that a job's marker stands for. */
export const parseJobMarker = ({ pk, sk }: Key): { readonly city: string; readonly version: number } => {
  const [, city = ''] = pk.split('#');
  const version = Number(sk.split('#').at(-1));
  if (city === '' || !Number.isInteger(version)) throw new Error(`not a recomputation's marker: ${pk} ${sk}`);
  return { city, version };
};

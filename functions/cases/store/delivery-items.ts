import * as z from 'zod/mini';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isTenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, isJob, isNotice, type Key, keys, shardOf } from '#shared/table/keys.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { OverdueMarker, PendingDelivery } from '../app/delivery-ports.ts';
import type { Announcement, CaseRef, Delivery } from '../app/ports.ts';

const dueAt = (ref: CaseRef, seq: number, kind: string, wallMs: number) => {
  const at = new Date(wallMs);
  return {
    g2pk: indexKeys.undelivered(shanghaiDateOf(at), shardOf(ref.caseId)),
    g2sk: `${at.toISOString()}#${ref.caseId}#${seq}${kind}`,
  };
};

/** The marker of one delivery, findable by the sweep under the wall-clock day it was written on. */
export const deliveryWrite = (
  ref: CaseRef,
  seq: number,
  delivery: Delivery,
  wallMs: number,
): [key: Key, content: object] => [
  keys.caseDelivery(ref.tenant, ref.caseId, seq),
  { ...delivery, ...dueAt(ref, seq, '', wallMs) },
];

/** The marker of something that people must be told; found by the sweep likewise. */
export const noticeWrite = (
  ref: CaseRef,
  seq: number,
  announcement: Announcement,
  wallMs: number,
): [key: Key, content: object] => [
  keys.caseNotice(ref.tenant, ref.caseId, seq),
  { kind: 'announcement', ...announcement, ...dueAt(ref, seq, '#N', wallMs) },
];

const deliveryItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('outcome'), visit: z.int(), outcome: z.string() }),
]);

export const parseDelivery = (item: Item): Delivery => deliveryItem.parse(item);

/** The case and sequence number that a marker's key stands for. */
export const parseDeliveryKey = (key: Key): PendingDelivery => {
  const [, tenant, , caseId] = key.pk.split('#');
  const seq = Number(key.sk.replace('DEL#', ''));
  if (tenant === undefined || !isTenantId(tenant) || caseId === undefined || !Number.isInteger(seq))
    throw new Error(`not a delivery marker: ${key.pk} ${key.sk}`);
  return { ref: { tenant, caseId }, seq };
};

export const parseMarkerKey = (key: Key): OverdueMarker => {
  if (isNotice(key)) return { kind: 'notice', key };
  return isJob(key) ? { kind: 'job', key } : { kind: 'delivery', pending: parseDeliveryKey(key) };
};

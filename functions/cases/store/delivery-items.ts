import * as z from 'zod/mini';
import { isTenantId } from '#shared/kernel/tenant.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import { markerRow } from '#shared/table/marker-row.ts';
import { markerKindOf } from '#shared/table/markers.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { OverdueMarker, PendingDelivery } from '../app/delivery-ports.ts';
import type { Announcement, CaseEffect, CaseRef, Delivery } from '../app/ports.ts';

/** The marker of one delivery, findable by the sweep under the wall-clock day it was written on. */
export const deliveryWrite = (
  ref: CaseRef,
  seq: number,
  delivery: Delivery,
  wallMs: number,
): [key: Key, content: object] => [
  keys.caseDelivery(ref.tenant, ref.caseId, seq),
  { ...delivery, ...markerRow(ref.caseId, String(seq), wallMs) },
];

/** The marker of something that people must be told; found by the sweep likewise. */
export const noticeWrite = (
  ref: CaseRef,
  seq: number,
  announcement: Announcement,
  wallMs: number,
): [key: Key, content: object] => [
  keys.caseNotice(ref.tenant, ref.caseId, seq),
  { kind: 'announcement', ...announcement, ...markerRow(ref.caseId, `${seq}#N`, wallMs) },
];

/** The marker of what follows elsewhere; whoever carries it on reads the case itself. */
export const effectWrite = (
  ref: CaseRef,
  seq: number,
  effect: CaseEffect,
  wallMs: number,
): [key: Key, content: object] => [
  keys.caseEffect(ref.tenant, ref.caseId, seq),
  { ...effect, ...ref, ...markerRow(ref.caseId, `${seq}#L`, wallMs) },
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
  const kind = markerKindOf(key);
  return kind === 'delivery' ? { kind, pending: parseDeliveryKey(key) } : { kind, key };
};

import * as z from 'zod/mini';
import { caseId } from '#shared/contracts/common.ts';
import { resourcePool, resourceZone } from '#shared/contracts/registry.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { productKind } from '#shared/regulation/application-spec.ts';
import { confirmingParty } from '#shared/regulation/provisioning-spec.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { waitsItem } from '#shared/table/wait-items.ts';
import type { OrderRef } from '../app/ports.ts';
import { type Order, waitOutcomes, waitSteps } from '../domain/order-state.ts';

export const named = z.object({ id: z.string(), name: z.string() });
export const doer = z.object({ tenant: tenantId, membership: z.string() });
export const dueItem = z.object({
  dueOn: z.string(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  clause: z.string(),
});
export const lineItem = z.object({
  lineNo: z.int(),
  productId: z.string(),
  name: z.string(),
  kind: productKind,
  specification: z.string(),
  unit: z.string(),
  quantity: z.int(),
  unitPriceFen: z.int(),
  pool: resourcePool,
  zone: resourceZone,
  purpose: z.exactOptional(z.string()),
  changes: z.exactOptional(
    z.object({
      resourceId: z.string(),
      name: z.string(),
      specification: z.string(),
      quantity: z.int(),
    }),
  ),
});
export const unitItem = z.object({
  unitId: z.string(),
  lineNo: z.int(),
  quantity: z.int(),
  state: z.enum(['ordered', 'opened', 'failed', 'releasing', 'released']),
  instanceId: z.exactOptional(z.string()),
  addresses: z.exactOptional(z.array(z.string())),
  failure: z.exactOptional(z.string()),
});
const word = z.object({ at: z.string(), by: doer });
const headerItem = z.object({
  tenant: tenantId,
  orderId: caseId,
  systemId: caseId,
  systemName: z.string(),
  organisation: named,
  ruleVersion: z.string(),
  provider: named,
  approvedAt: z.string(),
  priceVersion: z.string(),
  lines: z.array(lineItem),
  replaces: z.exactOptional(z.string()),
  domain: z.exactOptional(caseId),
  window: z.exactOptional(
    z.object({
      from: z.string(),
      to: z.string(),
      clause: z.string(),
      asked: z.exactOptional(word),
      agreed: word,
      endedAt: z.exactOptional(z.string()),
    }),
  ),
  due: z.exactOptional(dueItem),
  dueMoves: z.exactOptional(
    z.array(z.object({ at: z.string(), from: z.string(), to: z.string(), why: z.array(z.string()) })),
  ),
  parties: z.array(confirmingParty),
  confirmations: z.array(z.object({ party: confirmingParty, at: z.string(), by: doer })),
  confirmedAt: z.exactOptional(z.string()),
  dropped: z.exactOptional(z.object({ at: z.string(), by: doer, reason: z.string() })),
  completedAt: z.exactOptional(z.string()),
});
const orderWaits = waitsItem(waitSteps, waitOutcomes);
const receiptItem = z.object({ at: z.string(), by: doer, digest: z.string() });
const batchItem = z.object({
  no: z.int(),
  plannedAt: z.string(),
  plannedBy: z.exactOptional(doer),
  reason: z.exactOptional(z.string()),
  usage: z.exactOptional(z.object({ seen: z.boolean(), note: z.string() })),
  units: z.array(unitItem),
  releases: z.exactOptional(z.array(z.object({ at: z.string(), units: z.int(), reason: z.string() }))),
  openedAt: z.exactOptional(z.string()),
  settledAt: z.exactOptional(z.string()),
  depositedAt: z.exactOptional(z.string()),
  receipt: z.exactOptional(receiptItem),
  earlierReceipts: z.exactOptional(z.array(receiptItem)),
});

const credentialsItem = z.object({
  credentials: z.exactOptional(
    z.object({
      depositedAt: z.string(),
      by: doer,
      sealed: z.string(),
      digest: z.string(),
      misses: z.int(),
    }),
  ),
});

const waitsPart = 'WAITS';
const batchPrefix = 'BATCH#';
const numbered = (no: number): string => String(no).padStart(3, '0');
const batchPart = (no: number): string => `${batchPrefix}${numbered(no)}`;
const credentialsPart = (no: number): string => `CREDENTIALS#${numbered(no)}`;

/** A batch, and what waits to be fetched of it; written empty once that has been fetched. */
const partsOf = ({ credentials, ...batch }: Order['batches'][number]): [string, object][] => [
  [batchPart(batch.no), batch],
  ...(batch.depositedAt === undefined
    ? []
    : [[credentialsPart(batch.no), credentials ? { credentials } : {}] satisfies [string, object]]),
];

export const ordersOf = (tenant: TenantId): string => `T#${tenant}#ORDERS`;
export const ordersOfDepartment = (tenant: TenantId, organisation: string): string =>
  `T#${tenant}#ORDERS@${organisation}`;
/** Orders that are still to be opened by a day. */
export const ordersWithClock = (tenant: TenantId): string => `T#${tenant}#ORDER-CLOCKS`;
export const orderPartition = ({ tenant, orderId }: OrderRef): string => `T#${tenant}#PV#${orderId}`;

/** 开通单: the list in the header; each batch, its credentials and the machine's waits apart. */
export const orderShape: AggregateShape<OrderRef, Order> = {
  partitionOf: orderPartition,
  idOf: ({ orderId }) => orderId,
  split: ({ batches, waits, ...header }) => ({
    header,
    parts: {
      [waitsPart]: { waits },
      ...Object.fromEntries(batches.flatMap(partsOf)),
    },
  }),
  join: (header, parts) => ({
    ...headerItem.parse(header),
    waits: orderWaits.parse(parts.get(waitsPart) ?? { waits: [] }).waits,
    batches: [...parts]
      .filter(([name]) => name.startsWith(batchPrefix))
      .map(([, item]) => batchItem.parse(item))
      .map((batch) => ({ ...batch, ...credentialsItem.parse(parts.get(credentialsPart(batch.no)) ?? {}) }))
      .sort((a, b) => a.no - b.no),
  }),
  rowsOf: ({ tenant: of, orderId }, { organisation, due, completedAt }) => ({
    ...(due && completedAt === undefined ? { g2pk: ordersWithClock(of), g2sk: orderId } : {}),
    g1pk: ordersOfDepartment(of, organisation.id),
    g1sk: orderId,
    g3pk: ordersOf(of),
    g3sk: orderId,
  }),
};

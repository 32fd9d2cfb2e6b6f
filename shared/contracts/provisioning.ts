import * as z from 'zod/mini';
import { productKind } from '#shared/regulation/application-spec.ts';
import { confirmingParty } from '#shared/regulation/provisioning-spec.ts';
import { caseId, cursor, isoDate, isoInstant, pageSize, tenantId, text } from './common.ts';
import { resourceId, resourcePool, resourceZone } from './registry.ts';

export const orderParams = z.strictObject({ orderId: caseId });
const batchNo = z.coerce.number().check(z.int(), z.gte(1), z.lte(999));
export const batchParams = z.strictObject({ orderId: caseId, batch: batchNo });

export const listQuery = z.strictObject({
  tenant: z.exactOptional(tenantId),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});

export const orderStatus = z.enum(['starting', 'confirming', 'opening', 'opened']);

export const who = z.object({ name: z.string(), organisation: z.string() });

/** 期限 with its light: 正常 / 将到期 / 已超期, or done in time or late. */
export const due = z.object({
  dueOn: isoDate,
  provisional: z.boolean(),
  clause: z.string(),
  /** How a holiday notice moved it last. */
  moved: z.exactOptional(z.object({ from: isoDate, why: z.array(z.string()) })),
  light: z.enum(['normal', 'soon', 'overdue', 'met', 'missed']),
  word: z.string(),
});

export const line = z.object({
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
  /** The resource in use that it changes, and what that was when the change was approved. */
  changes: z.exactOptional(
    z.object({ resourceId, name: z.string(), specification: z.string(), quantity: z.int() }),
  ),
});

export const unit = z.object({
  unitId: z.string(),
  lineNo: z.int(),
  quantity: z.int(),
  state: z.enum(['ordered', 'opened', 'failed', 'releasing', 'released']),
  instanceId: z.exactOptional(z.string()),
  addresses: z.exactOptional(z.array(z.string())),
  failure: z.exactOptional(z.string()),
});

/** 领取回执. */
const receipt = z.object({ at: isoInstant, by: z.exactOptional(who), digest: z.string() });

const batch = z.object({
  no: z.int(),
  plannedAt: isoInstant,
  plannedBy: z.exactOptional(who),
  reason: z.exactOptional(z.string()),
  usage: z.exactOptional(z.object({ seen: z.boolean(), note: z.string() })),
  units: z.array(unit),
  /** 退回: how many units were asked back and why, the oldest first. */
  releases: z.exactOptional(z.array(z.object({ at: isoInstant, units: z.int(), reason: z.string() }))),
  openedAt: z.exactOptional(isoInstant),
  /** First billed day. */
  billedFrom: z.exactOptional(isoDate),
  /** 登录凭据: not left yet, to be fetched, or fetched. */
  credentials: z.enum(['none', 'waiting', 'collected']),
  receipt: z.exactOptional(receipt),
  /** Of deposits that were fetched before the provider left newer ones. */
  earlierReceipts: z.exactOptional(z.array(receipt)),
});

export const orderSummary = z.object({
  orderId: caseId,
  systemId: caseId,
  systemName: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  status: orderStatus,
  statusLabel: z.string(),
  approvedAt: isoInstant,
  due: z.exactOptional(due),
  /** 保障期间 of what is lent for a while, both days included. */
  window: z.exactOptional(
    z.object({ from: isoDate, to: isoDate, clause: z.string(), endedAt: z.exactOptional(isoInstant) }),
  ),
  /** Pieces opened, of how many. */
  opened: z.int(),
  total: z.int(),
});
export type OrderSummary = z.infer<typeof orderSummary>;
export const orderList = z.object({ items: z.array(orderSummary), nextCursor: z.exactOptional(z.string()) });

const letterFacts = z.object({
  title: z.string(),
  clause: z.string(),
  signed: z.exactOptional(
    z.object({ version: z.int(), at: isoInstant, by: z.exactOptional(who), byScan: z.boolean() }),
  ),
});

export const orderView = z.object({
  ...orderSummary.shape,
  version: z.int(),
  provider: z.object({ id: z.string(), name: z.string() }),
  letter: z.exactOptional(letterFacts),
  confirmation: z.exactOptional(
    z.object({
      clause: z.string(),
      confirmedAt: z.exactOptional(isoInstant),
      parties: z.array(
        z.object({
          party: confirmingParty,
          label: z.string(),
          at: z.exactOptional(isoInstant),
          by: z.exactOptional(who),
        }),
      ),
    }),
  ),
  lines: z.array(z.object({ ...line.shape, remaining: z.int() })),
  batches: z.array(batch),
  /** More than so many of a kind in one batch need a reason. */
  threshold: z.exactOptional(
    z.object({
      clause: z.string(),
      kinds: z.array(z.object({ kind: productKind, label: z.string(), most: z.int() })),
    }),
  ),
  /** Why credentials are handed over once. */
  credentialsClause: z.string(),
  billing: z.object({ clause: z.string(), from: z.enum(['laterOfBoth', 'opening', 'literal']) }),
  /** 余量不再开通. */
  dropped: z.exactOptional(z.object({ at: isoInstant, by: z.exactOptional(who), reason: z.string() })),
  may: z.array(
    z.enum(['confirm', 'planBatch', 'releaseUnits', 'dropRemainder', 'collectCredentials', 'signLetter']),
  ),
});
export type OrderView = z.infer<typeof orderView>;

export const orderAnswer = z.object({ orderId: caseId, version: z.int(), status: orderStatus });
export type OrderAnswer = z.infer<typeof orderAnswer>;

export const planBody = z.strictObject({
  quantities: z
    .array(
      z.strictObject({
        lineNo: z.int().check(z.gte(1), z.lte(1000)),
        quantity: z.int().check(z.gte(1), z.lte(100_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(300)),
  /** Why so much in one batch. */
  reason: z.exactOptional(text(500)),
  /** What has been seen of the last batch's use. */
  usageSeen: z.exactOptional(text(500)),
  /** Why the next batch goes on without. */
  withoutUsage: z.exactOptional(text(500)),
});

export const reasonBody = z.strictObject({ reason: text(500) });

/** 提取码: what the provider was given with the deposit, passed on by another way. */
export const collectBody = z.strictObject({
  code: z
    .string()
    .check(z.regex(/^[0-9A-Za-z -]{20,40}$/, { error: '提取码为 20 位字母和数字，请核对后重新输入' })),
});
export const collected = z.object({ credentials: z.string(), receipt: z.string(), version: z.int() });

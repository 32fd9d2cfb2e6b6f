import * as z from 'zod/mini';
import { buildStage } from '#shared/regulation/off-cloud-spec.ts';
import { caseId, cursor, isoDate, isoInstant, pageSize, tenantId, text } from './common.ts';

export const offCloudParams = z.strictObject({ entryId: caseId });

/** 未上云系统, or 自有云和租用云. */
const offCloudKind = z.enum(['system', 'cloud']);
const cloudHeld = z.enum(['own', 'leased']);

export const offCloudQuery = z.strictObject({
  /** Systems, unless it says otherwise. */
  kind: z.exactOptional(offCloudKind),
  tenant: z.exactOptional(tenantId),
  /** Only what is outstanding. */
  outstanding: z.exactOptional(z.literal('true')),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});

/** 依据: a law or policy document and its number. */
const basis = z.strictObject({ document: text(150), number: text(80) });

export const offCloudStatus = z.enum([
  'unplanned',
  'planned',
  'inProgress',
  'migrated',
  'exempt',
  'inUse',
  'ended',
  'retired',
]);
export const offCloudAct = z.enum(['plan', 'start', 'finish', 'exempt', 'expand', 'renew', 'retire']);

export const offCloudItem = z.object({
  entryId: caseId,
  version: z.int(),
  kind: offCloudKind,
  name: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  status: offCloudStatus,
  statusLabel: z.string(),
  /** A system without plan and exemption or behind its plan; a cloud past its term. */
  outstanding: z.boolean(),
  /** Clause under which it stands here. */
  clause: z.exactOptional(z.string()),
  registeredAt: isoInstant,
  stage: z.exactOptional(buildStage),
  fiscal: z.exactOptional(z.boolean()),
  classified: z.exactOptional(z.boolean()),
  /** 计划迁移日期. */
  plannedOn: z.exactOptional(isoDate),
  /** Of the exemption, or of the exception by which the lease was renewed. */
  basis: z.exactOptional(z.object({ document: z.string(), number: z.string() })),
  held: z.exactOptional(cloudHeld),
  /** End of its life, or of its lease. */
  endsOn: z.exactOptional(isoDate),
  /** What is the reader's to do. */
  may: z.array(offCloudAct),
});
export type OffCloudItem = z.infer<typeof offCloudItem>;

export const offCloudList = z.object({
  items: z.array(offCloudItem),
  mayRegister: z.boolean(),
  nextCursor: z.exactOptional(z.string()),
});
export type OffCloudList = z.infer<typeof offCloudList>;

const name = text(100);
export const registerOffCloudBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('system'),
    name,
    stage: buildStage,
    /** 财政资金. */
    fiscal: z.boolean(),
    /** 涉密. */
    classified: z.boolean(),
    plannedOn: z.exactOptional(isoDate),
    basis: z.exactOptional(basis),
  }),
  z.strictObject({ kind: z.literal('cloud'), name, held: cloudHeld, endsOn: isoDate }),
]);
export type RegisterOffCloudBody = z.infer<typeof registerOffCloudBody>;

export const updateOffCloudBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan'), plannedOn: isoDate }),
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('finish') }),
  z.strictObject({ kind: z.literal('exempt'), basis }),
  /** 扩容或者升级. */
  z.strictObject({ kind: z.literal('expand'), text: text(500) }),
  z.strictObject({ kind: z.literal('renew'), endsOn: isoDate, basis: z.exactOptional(basis) }),
  z.strictObject({ kind: z.literal('retire') }),
]);
export type UpdateOffCloudBody = z.infer<typeof updateOffCloudBody>;

export const offCloudAnswer = z.object({ entryId: caseId, version: z.int(), status: offCloudStatus });
export type OffCloudAnswer = z.infer<typeof offCloudAnswer>;

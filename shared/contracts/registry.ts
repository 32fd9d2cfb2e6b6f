import * as z from 'zod/mini';
import { productKind } from '#shared/regulation/application-spec.ts';
import { caseId, cursor, isoDate, isoInstant, pageSize, tenantId } from './common.ts';

/** 资源池: exactly one of three; a county's pool names its county. */
export const resourcePool = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cityPool') }),
  z.object({ kind: z.literal('countyPool'), county: tenantId }),
  z.object({ kind: z.literal('dedicatedDomain') }),
]);
export type ResourcePool = z.infer<typeof resourcePool>;

/** 部署区域: 政务外网区, 互联网区 or 专有域. */
export const resourceZone = z.enum(['extranet', 'internet', 'dedicated']);
export type ResourceZone = z.infer<typeof resourceZone>;

/** A resource's id tells the case, the line of its list and the number within it. */
export const resourceId = z.string().check(z.maxLength(80), z.regex(/^[a-z_][a-zA-Z0-9._-]*$/));
export const systemId = caseId;

/** 计费周期 `[from, to)`: the price of its own day, kept with it. */
export const billingPeriod = z.object({
  from: isoDate,
  /** The first day that is no longer billed; absent while it runs. */
  to: z.exactOptional(isoDate),
  quantity: z.int(),
  unitPriceFen: z.int(),
  /** Catalogue version of the price. */
  priceVersion: z.string(),
  /** Clause by which it begins when it does. */
  clause: z.string(),
});
export type BillingPeriod = z.infer<typeof billingPeriod>;

/** 规格 from a time on, and the case that made it. */
export const specification = z.object({
  from: isoInstant,
  productId: z.string(),
  name: z.string(),
  text: z.string(),
  quantity: z.int(),
  caseId,
});

/** 台账: one cloud resource. */
export const resourceView = z.object({
  resourceId,
  systemId,
  kind: productKind,
  unit: z.string(),
  /** The newest last. */
  specifications: z.array(specification).check(z.minLength(1)),
  pool: resourcePool,
  zone: resourceZone,
  /** The case that asked for it, and where in it. */
  caseId,
  lineNo: z.int(),
  batch: z.int(),
  /** On whose cloud it lies. */
  provider: z.exactOptional(z.object({ id: z.string(), name: z.string() })),
  instanceId: z.string(),
  addresses: z.array(z.string()),
  /** What it had before it was reclaimed. */
  releasedAddresses: z.exactOptional(z.array(z.string())),
  state: z.enum(['inUse', 'reclaimed']),
  confirmedAt: z.exactOptional(isoInstant),
  openedAt: isoInstant,
  deployedOn: z.exactOptional(isoDate),
  goneLiveOn: z.exactOptional(isoDate),
  reclaimedAt: z.exactOptional(isoInstant),
  /** 数据清除, when both sides have confirmed it. */
  erasedAt: z.exactOptional(isoInstant),
  billing: z.array(billingPeriod),
});
export type ResourceView = z.infer<typeof resourceView>;

/** 申请、审核、开通、上线、变更、退出: the six stages of daily management. */
export const lifeStage = z.enum(['application', 'review', 'opening', 'goLive', 'change', 'exit']);
export type LifeStage = z.infer<typeof lifeStage>;

export const timelineEntry = z.object({
  stage: lifeStage,
  at: isoInstant,
  text: z.string(),
  by: z.exactOptional(z.object({ name: z.string(), organisation: z.string() })),
  caseId: z.exactOptional(caseId),
});

export const systemSummary = z.object({
  systemId,
  name: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  createdAt: isoInstant,
  /** 关停. */
  closedAt: z.exactOptional(isoInstant),
  /** 在用资源 by kind. */
  inUse: z.array(z.object({ kind: productKind, label: z.string(), count: z.int(), quantity: z.int() })),
});
export type SystemSummary = z.infer<typeof systemSummary>;
export const systemList = z.object({
  items: z.array(systemSummary),
  nextCursor: z.exactOptional(z.string()),
});

/** One of the six stages with what has happened in it; without entries it has not come yet. */
const stageView = z.object({ stage: lifeStage, label: z.string(), entries: z.array(timelineEntry) });

export const systemView = z.object({
  ...systemSummary.shape,
  resources: z.array(resourceView),
  /** The six stages in order. */
  stages: z.array(stageView),
  /** What a month costs now, at the prices that its periods keep. */
  monthlyCostFen: z.int(),
});
export type SystemView = z.infer<typeof systemView>;

export const resourceQuery = z.strictObject({
  tenant: z.exactOptional(tenantId),
  pool: z.exactOptional(z.enum(['cityPool', 'countyPool', 'dedicatedDomain'])),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});
export const resourceLine = z.object({
  ...resourceView.shape,
  systemName: z.string(),
  tenantName: z.string(),
  organisationName: z.string(),
});
export type ResourceLine = z.infer<typeof resourceLine>;
export const resourceList = z.object({
  items: z.array(resourceLine),
  nextCursor: z.exactOptional(z.string()),
});

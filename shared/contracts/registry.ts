import * as z from 'zod/mini';
import { productKind } from '#shared/regulation/application-spec.ts';
import { caseId, isoDate, isoInstant, tenantId } from './common.ts';

/** 资源池: exactly one of three; a county's pool names its county. */
export const resourcePool = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cityPool') }),
  z.object({ kind: z.literal('countyPool'), county: tenantId }),
  z.object({ kind: z.literal('dedicatedDomain') }),
]);

/** 部署区域: 政务外网区, 互联网区 or 专有域. */
export const resourceZone = z.enum(['extranet', 'internet', 'dedicated']);

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
  instanceId: z.string(),
  addresses: z.array(z.string()),
  state: z.enum(['inUse', 'reclaimed']),
  confirmedAt: z.exactOptional(isoInstant),
  openedAt: isoInstant,
  deployedOn: z.exactOptional(isoDate),
  goneLiveOn: z.exactOptional(isoDate),
  reclaimedAt: z.exactOptional(isoInstant),
  billing: z.array(billingPeriod),
});
export type ResourceView = z.infer<typeof resourceView>;

/** 申请、审核、开通、上线、变更、退出: the six stages of daily management. */
export const lifeStage = z.enum(['application', 'review', 'opening', 'goLive', 'change', 'exit']);
export type LifeStage = z.infer<typeof lifeStage>;

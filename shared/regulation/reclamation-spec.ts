import * as z from 'zod/mini';
import { cited } from './cited-schema.ts';
import { span } from './route-spec.ts';

const roleNames = cited(z.readonly(z.array(z.string())));

/** 处置: 降配, 限制服务, 暂停使用, 收回. */
export const disposalMeasure = z.enum(['downgrade', 'restrict', 'suspend', 'reclaim']);
/** Whose opinion on a disposal's plan is heard before it is decided. */
export const planParty = z.enum(['expert', 'unit']);

const finding = z.readonly(
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
    title: z.string(),
    clause: z.string(),
    /** Breaks the signed letter: use is suspended before anything is taken back (yc-cloud-annex6-9). */
    breach: z.boolean(),
    /** May follow from a requirement with a day of its own: entered before, it is proposed once that day is over. */
    mayBeDue: z.exactOptional(z.literal(true)),
  }),
);

/** 警告、整改、处置和回收: what may be found, who decides, and what has to be done until when. */
export const reclamationRules = z.readonly(
  z.strictObject({
    /** Roles of the city that record findings, propose disposals and judge what was mended. */
    runs: roleNames,
    /** Roles that decide where the city's own authority does, and where a county's does. */
    cityDecides: roleNames,
    countyDecides: roleNames,
    /** Who decides about resources of a county's pool; about all others the city does. */
    countyPool: cited(z.enum(['county', 'city'])),
    findings: z.readonly(z.array(finding)),
    /** 整改期限, from the notice; absent where the text gives none and each notice sets its own. */
    rectifyWithin: z.exactOptional(cited(span)),
    measures: cited(z.readonly(z.array(disposalMeasure))),
    /** Said with every disposal: who bears the loss of data. */
    dataLoss: cited(z.string()),
    /** Opinions on the plan without which it is not decided. */
    planReview: z.exactOptional(cited(z.readonly(z.array(planParty)))),
    /** 回收期限 from the decision; absent where the text gives none. */
    reclaimWithin: z.exactOptional(cited(span)),
    /** Between the decision and the destruction of what was not given up by its own department: time to restore. */
    grace: z.exactOptional(cited(span)),
    /** Department and provider both confirm that the data are erased. */
    jointErasure: z.exactOptional(cited(z.literal(true))),
    /** 关停证明 by the provider. */
    certificate: z.exactOptional(cited(z.strictObject({ title: z.string() }))),
    /** 移交档案机构: data that nobody has used for so long, but that must be kept. */
    archiveUnused: z.exactOptional(cited(z.strictObject({ months: z.int().check(z.positive()) }))),
    /** Last billed: until the actual reclaim, or at the latest until its limit. */
    billingUntil: cited(z.enum(['reclaim', 'reclaimOrLimit'])),
  }),
);

export type ReclamationRules = z.infer<typeof reclamationRules>;
export type DisposalMeasure = z.infer<typeof disposalMeasure>;
export type PlanParty = z.infer<typeof planParty>;

import * as z from 'zod/mini';
import { productKind } from './application-spec.ts';
import { cited } from './cited-schema.ts';
import { span } from './route-spec.ts';

/** Parties of 三方确认: 运行管理机构, 使用部门, 云服务商. */
export const confirmingParty = z.enum(['operator', 'department', 'provider']);

/** Who plans and watches the opening of what was approved, and what has to come first. */
export const provisioningRules = z.readonly(
  z.strictObject({
    /** Roles of the city that plan batches. */
    runs: cited(z.readonly(z.array(z.string()))),
    /** 信息安全责任书: signed by the department before anything is opened; absent where the rules know none. */
    letter: z.exactOptional(
      z.readonly(z.strictObject({ title: z.string(), signers: cited(z.readonly(z.array(z.string()))) })),
    ),
    /** 三方确认, once per application and in any order; absent where the rules know none. */
    confirmation: z.exactOptional(cited(z.readonly(z.array(confirmingParty)))),
    /** A provider has a procurement contract before anybody works for it. */
    providerContract: cited(z.literal(true)),
    /** 登录凭据 are handed over once and then kept by the department alone. */
    credentialsOnce: cited(z.literal(true)),
    /** Within which an order's resources are configured, from the approval. */
    openWithin: z.exactOptional(cited(span)),
    /** 变更: billed as changed from the day on which it is done, and within which it is, from the approval. */
    change: z.readonly(
      z.strictObject({
        billedFrom: cited(z.literal('completion')),
        within: z.exactOptional(cited(span)),
      }),
    ),
    /** More than so many of a kind in one batch need a reason; the text gives no figure. */
    batchThreshold: z.exactOptional(cited(z.readonly(z.partialRecord(productKind, z.int())))),
    /** The next batch asks whether the last one's usage has been seen, or why it goes on without. */
    usageBetweenBatches: z.exactOptional(cited(z.literal(true))),
    /**
     * Where billing begins: at the later of confirmation and opening, at the opening, or `literal`: the first batch
     * from the confirmation, whenever it is opened.
     */
    billingFrom: cited(z.enum(['laterOfBoth', 'opening', 'literal'])),
    /** Where resources lie when the form does not ask. */
    place: z.readonly(
      z.strictObject({
        pool: cited(z.enum(['cityPool', 'countyPool', 'dedicatedDomain'])),
        zone: cited(z.enum(['extranet', 'internet'])),
      }),
    ),
  }),
);

export type ConfirmingParty = z.infer<typeof confirmingParty>;
export type ProvisioningRules = z.infer<typeof provisioningRules>;

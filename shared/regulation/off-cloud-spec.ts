import * as z from 'zod/mini';
import { cited } from './cited-schema.ts';

/** 建设性质 of a system that is off the cloud. */
export const buildStage = z.enum(['new', 'rebuilt', 'extended', 'underConstruction', 'existing']);

/** 未上云系统、自有云和租用云: what needs a ground, and what is refused. */
export const offCloudRules = z.readonly(
  z.strictObject({
    /** Systems that may be off the cloud only with a cited ground. */
    mustUseCloud: cited(
      z.strictObject({ stages: z.readonly(z.array(buildStage)), onlyFiscalUnclassified: z.boolean() }),
    ),
    /** All others migrate by a plan, or are exempt by a cited ground. */
    migrate: cited(z.literal('planOrExemption')),
    /** 自有云 is neither expanded nor upgraded; absent where the text says nothing of it. */
    ownCloudGrowth: z.exactOptional(cited(z.literal('refused'))),
    /** 租用云 is not renewed but by exception; absent likewise. */
    leaseRenewal: z.exactOptional(cited(z.literal('byException'))),
    /** Roles of the unit's own node that approve such an exception. */
    exceptionBy: z.exactOptional(cited(z.readonly(z.array(z.string())))),
  }),
);

export type OffCloudRules = z.infer<typeof offCloudRules>;
export type BuildStage = z.infer<typeof buildStage>;

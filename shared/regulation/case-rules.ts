import * as z from 'zod/mini';
import {
  applicationLimits,
  materialRequirement,
  reportSealRule,
  resourceKinds,
  systemNames,
} from './application-spec.ts';
import { cited } from './cited-schema.ts';
import { formSpecSchema } from './form-spec.ts';
import { kindAct, kindChecks, prefill } from './kind-spec.ts';
import { reminders, resubmission, route } from './route-spec.ts';

/** 办件种类: what a unit can ask for, by the name under which a city's profile declares it. */
export const caseKind = z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/));

/** What a case is about: something the applicant names, one of the unit's systems in the registry, or the unit itself. */
export const caseSubject = z.discriminatedUnion('of', [
  z.readonly(
    z.strictObject({ of: z.literal('named'), label: z.string(), help: z.exactOptional(z.string()) }),
  ),
  z.readonly(
    z.strictObject({
      of: z.literal('registered'),
      label: z.string(),
      help: z.exactOptional(z.string()),
      /** Where a major change is filed as two matters: what people are told when they choose. */
      majorApart: z.exactOptional(z.string()),
    }),
  ),
  z.readonly(z.strictObject({ of: z.literal('unit') })),
]);

export const caseRules = z.discriminatedUnion('offered', [
  z.readonly(
    z.strictObject({
      offered: z.literal(true),
      title: z.string(),
      /** What people say they want, e.g. 申请政务云资源, and in a sentence what falls under it. */
      wish: z.string(),
      words: z.string(),
      /** What is asked for, as messages call it, e.g. 政务云资源. */
      matter: z.string(),
      /** The clause that the kind stands on. */
      clause: z.string(),
      subject: caseSubject,
      /** Who writes it and sends it. */
      preparedBy: z.enum(['department.clerk', 'provider.engineer']),
      /** No two of them apply to the same kind of applicant. */
      routes: z.readonly(z.array(route)),
      /** Materials every applicant hands in; a county may ask for more (yc-cloud-15-6), never for less. */
      materials: cited(z.readonly(z.array(materialRequirement))),
      /** Whether the confirmation by the CDO in the system stands for seal and date, or a sealed scan is asked for. */
      reportSeal: z.exactOptional(reportSealRule),
      form: formSpecSchema,
      systemNames,
      resourceKinds,
      limits: applicationLimits,
      /** What is checked beside the form itself. */
      checks: z.exactOptional(kindChecks),
      /** What the applicant records after the approval. */
      acts: z.exactOptional(z.readonly(z.array(kindAct))),
      prefill: z.exactOptional(z.readonly(z.array(prefill))),
      /** 保障期间: what it asks for is lent from one day of the form to the end of another, and then goes back. */
      window: z.exactOptional(cited(z.readonly(z.strictObject({ from: z.string(), to: z.string() })))),
      /** 补正上限: rounds after which the unit can no longer be sent back; without it there is no limit. */
      mostRounds: z.exactOptional(cited(z.int().check(z.positive()))),
      /** Where the review of a resubmitted application begins; without it from the start, which is all that one stage knows. */
      resubmission: z.exactOptional(cited(resubmission)),
      reminders: cited(reminders),
      /** Whether a tenant's own materials and tighter limits (`rulesUnder`) hold for it. */
      settable: z.boolean(),
      /** Only a unit with an account on the platform may ask for it. */
      needsAccount: z.exactOptional(cited(z.literal(true))),
      /** Its completion opens the unit's account; a unit has one. */
      opensAccount: z.exactOptional(cited(z.literal(true))),
    }),
  ),
  z.readonly(z.strictObject({ offered: z.literal(false), reason: z.string() })),
]);

export type CaseKind = z.infer<typeof caseKind>;
export type CloudApplicationRules = Extract<z.infer<typeof caseRules>, { offered: true }>;

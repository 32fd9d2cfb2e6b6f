import * as z from 'zod/mini';
import {
  applicationLimits,
  materialRequirement,
  reportSealRule,
  resourceKinds,
  systemNames,
} from '#shared/regulation/application-spec.ts';
import { caseKind } from '#shared/regulation/case-rules.ts';
import { formSpecSchema } from '#shared/regulation/form-spec.ts';

export const formParams = z.strictObject({ kind: caseKind });

export const formQuery = z.strictObject({
  /** Rules that a case is pinned to; without it those in force. */
  ruleVersion: z.optional(z.string().check(z.regex(/^[a-z]{1,30}-\d{4}-\d{2}-\d{2}$/))),
});

/** An application form as data: what to draw, what to check by, and what to hand in beside it. */
export const formView = z.object({
  /** Sections with their fields: official labels, kinds, options, conditions, help, clause. */
  form: formSpecSchema,
  /** What kinds of product can be asked for and what they are called, in the order of the form. */
  resourceKinds,
  systemNames,
  ruleVersion: z.string(),
  ruleTitle: z.string(),
  /** Limits that the form touches, each with its clause and whether it is a local default. */
  limits: applicationLimits,
  reportSeal: z.exactOptional(reportSealRule),
  /** What the caller's unit hands in; `file` evidence is an upload, the rest is in the form. */
  materials: z.readonly(z.array(materialRequirement)),
});
export type FormView = z.infer<typeof formView>;
export type {
  FormColumn,
  FormField,
  FormSection,
  TableField,
} from '#shared/regulation/form-spec.ts';

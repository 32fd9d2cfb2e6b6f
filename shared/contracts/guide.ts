import * as z from 'zod/mini';
import { caseKind, caseSubject } from '#shared/regulation/case-rules.ts';

const basis = z.object({ clause: z.string(), article: z.string(), summary: z.string() });

export const guideStep = z.object({
  title: z.string(),
  /** Who does it, by role. */
  who: z.array(z.string()),
  /** What the articles say of it; the step says nothing else. */
  basis: z.array(basis),
  /** How long it may take, with its ground. */
  times: z.array(
    z.object({
      title: z.string(),
      value: z.string(),
      clause: z.string(),
      source: z.enum(['regulation', 'localDefault']),
    }),
  ),
  /** Whether it is done in this system already. */
  inSystem: z.boolean(),
});
export type GuideStep = z.infer<typeof guideStep>;

/** 办事指南 of a kind; its steps are put together from the articles, since no official chart was issued. */
export const guideView = z.object({
  title: z.string(),
  ruleTitle: z.string(),
  ruleVersion: z.string(),
  /** 根据第十四条至第十七条整理. */
  label: z.string(),
  note: z.string(),
  clause: z.string(),
  /** 平台账号, where a unit needs one before it applies. */
  account: z.optional(z.object({ kind: caseKind, title: z.string(), clause: z.string() })),
  /** What a new case names. */
  subject: caseSubject,
  steps: z.array(guideStep),
  materials: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: z.string(),
      help: z.optional(z.string()),
      /** Filled in on the form, or a file. */
      evidence: z.enum(['form', 'file']),
      /** Asked for only in some cases, or replaced by the unit's confirmation. */
      conditional: z.boolean(),
    }),
  ),
});
export type GuideView = z.infer<typeof guideView>;

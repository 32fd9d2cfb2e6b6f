import * as z from 'zod/mini';
import { caseKind } from '#shared/regulation/case-rules.ts';
import { changeScale } from '#shared/regulation/kind-spec.ts';
import { assessedLine, nonEquivalence, verb } from './case-tasks.ts';
import { caseStatus } from './cases.ts';
import { caseId, paragraphs, text } from './common.ts';

export const createCaseBody = z.strictObject({
  kind: caseKind,
  /** Of a kind whose applicant names what it is about; a case of the unit itself names nothing. */
  systemName: z.optional(text(100)),
  /** Of a kind that is about one of the unit's systems in the registry. */
  systemId: z.optional(caseId),
  /** `major`: where the rules file a major change as two matters, both drafts are made; the application is answered. */
  scale: z.optional(changeScale),
});

export const caseParams = z.strictObject({ caseId });
export const sectionParams = z.strictObject({
  caseId,
  section: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
});
export const actParams = z.strictObject({ caseId, act: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)) });
export const taskParams = z.strictObject({
  caseId,
  taskId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/)),
});

export const sectionSaved = z.object({ section: z.string(), version: z.int() });

export const withdrawBody = z.strictObject({ reason: paragraphs(500) });

export const decisionBody = z.strictObject({
  verb,
  opinion: z.optional(paragraphs(2000)),
  /** Earlier stage of the same step that a return goes to; without it the route says where. */
  returnTo: z.optional(z.string().check(z.regex(/^[A-Za-z]{1,40}$/))),
  assessments: z.optional(z.array(assessedLine).check(z.maxLength(1000))),
  /** Required when approving an assessment, for every purchase that the catalogue seems to offer (yc-cloud-5-2). */
  nonEquivalence: z.optional(z.array(nonEquivalence).check(z.maxLength(50))),
  /** 变更认定: a reviewer judges a change's scale otherwise than the unit; the opinion says why. */
  scale: z.optional(changeScale),
  /** Required when confirming: the digest of the form that the person was shown. */
  formDigest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** What every command answers: the case's new version, and `after` for the caller's next read of the worklist. */
export const commandAnswer = z.object({ caseId, version: z.int(), status: caseStatus, after: z.string() });
export type CommandAnswer = z.infer<typeof commandAnswer>;

import * as z from 'zod/mini';

/** One value of the rules as this system applies it, in words, with its ground. */
export const ruleValue = z.object({
  id: z.string(),
  /** What the value belongs to, e.g. 办理时间. */
  group: z.string(),
  title: z.string(),
  value: z.string(),
  clause: z.string(),
  /** `localDefault` where the text gives no figure. */
  source: z.enum(['regulation', 'localDefault']),
  /** Whether and in which direction a county may set its own. */
  settable: z.string(),
});
export type RuleValue = z.infer<typeof ruleValue>;

export const ruleClause = z.object({
  id: z.string(),
  article: z.string(),
  summary: z.string(),
  /** Since when the system acts on it: at once, with a later capability, or not at all. */
  applied: z.enum(['now', 'later', 'none']),
});
export type RuleClause = z.infer<typeof ruleClause>;

/** 规则: what applies to the caller's city. */
export const rulesView = z.object({
  title: z.string(),
  ruleVersion: z.string(),
  /** Why applications are not taken yet, where they are not. */
  notOffered: z.optional(z.string()),
  versions: z.array(
    z.object({
      ruleVersion: z.string(),
      title: z.string(),
      effectiveOn: z.string(),
      clause: z.string(),
      current: z.boolean(),
    }),
  ),
  values: z.array(ruleValue),
  documents: z.array(z.object({ title: z.string(), clauses: z.array(ruleClause) })),
});
export type RulesView = z.infer<typeof rulesView>;

import * as z from 'zod/mini';
import { caseKind, caseSubject } from '#shared/regulation/case-rules.ts';

/** One of the things that a unit can ask for. */
export const kindView = z.object({
  kind: caseKind,
  title: z.string(),
  /** As people say it, e.g. 申请政务云资源, and what falls under it. */
  wish: z.string(),
  words: z.string(),
  clause: z.string(),
  subject: caseSubject,
  materials: z.array(z.object({ id: z.string(), title: z.string() })),
  /** 办理参考时间 of each stage. */
  times: z.array(
    z.object({
      title: z.string(),
      value: z.string(),
      clause: z.string(),
      source: z.enum(['regulation', 'localDefault']),
    }),
  ),
  /** Whether the caller writes and sends it. */
  prepares: z.boolean(),
  /** The unit's own. */
  underWay: z.int(),
  drafts: z.int(),
});
export type KindView = z.infer<typeof kindView>;

/** `more`: only the unit's newest cases were counted. */
export const kindList = z.object({ items: z.array(kindView), more: z.boolean() });

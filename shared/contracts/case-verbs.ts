import * as z from 'zod/mini';
import { attachmentId, maxCommentFiles } from './attachments.ts';
import { colleagueView } from './case-tasks.ts';
import { caseStatus } from './cases.ts';
import { caseId, paragraphs } from './common.ts';

const membershipId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/));

/** 转办. */
export const transferBody = z.strictObject({ to: membershipId, reason: paragraphs(500) });

/** 加签: `before` they decide first, `after` once the asker has agreed; `all` must agree, or the first word of `any` counts. */
export const askSignersBody = z.strictObject({
  position: z.enum(['before', 'after']),
  mode: z.enum(['all', 'any']),
  signers: z.array(membershipId).check(z.minLength(1), z.maxLength(40)),
  question: paragraphs(500),
});

/** 附言, with files that were uploaded for it by the same person. */
export const commentBody = z.strictObject({
  text: paragraphs(2000),
  files: z.optional(z.array(attachmentId).check(z.maxLength(maxCommentFiles))),
});

/** 抄送. */
export const copyBody = z.strictObject({
  readers: z.array(membershipId).check(z.minLength(1), z.maxLength(20)),
});

/** 批量通过: tasks that need no quantities, each decided by itself. */
export const batchBody = z.strictObject({
  opinion: z.optional(paragraphs(2000)),
  rows: z
    .array(
      z.strictObject({
        caseId,
        taskId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/)),
        /** Version of the case that was looked at. */
        version: z.int().check(z.gte(1)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
});

/** What became of each row, in the order asked. */
export const batchAnswer = z.object({
  rows: z.array(
    z.object({
      caseId,
      taskId: z.string(),
      done: z.boolean(),
      status: z.optional(caseStatus),
      /** Why not. */
      problem: z.optional(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
    }),
  ),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

/** Who may be asked for what: those of the same post take a task over; colleagues countersign and read along. */
export const colleaguesView = z.object({
  samePost: z.array(colleagueView),
  colleagues: z.array(colleagueView),
});
export type ColleaguesView = z.infer<typeof colleaguesView>;

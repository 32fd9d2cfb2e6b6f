import * as z from 'zod/mini';
import { isInReach } from '#shared/kernel/local-date.ts';
import { describeUnseen } from '#shared/kernel/unseen-character.ts';

/** County node and time-ordered id, e.g. `dafeng.01JD8X…`; the city comes from the caller's membership. */
export const caseIdPattern = '(_city|[a-z][a-z0-9]*)\\.[0-9A-HJKMNP-TV-Z]{26}';
export const caseId = z.string().check(z.regex(new RegExp(`^${caseIdPattern}$`)));

export const isoInstant = z.iso.datetime({ offset: true });
/** Days and instants of which anybody may speak; what is reckoned from them stays a date. */
export const inReach = z.refine<string>(isInReach, { error: '日期须在 1949-10-01 与 2199-12-31 之间' });
export const isoDate = z.iso.date().check(inReach);
export const tenantId = z.string().check(z.regex(/^[a-z][a-z0-9]*\/(_city|[a-z][a-z0-9]*)$/));

const seen = (lines: boolean) =>
  z.refine<string>((text) => describeUnseen(text, lines) === undefined, {
    error: ({ input }) => `${describeUnseen(String(input), lines)}，请删除后重新输入`,
  });
/** What is empty has been told so already. */
const notBlank = z.refine<string>((text) => text === '' || text.trim() !== '', { error: '不能为空，请填写' });

/** One line that a person wrote: not blank, and nothing in it that the reader would not see. */
export const text = (max: number) =>
  z.string().check(z.minLength(1), z.maxLength(max), notBlank, seen(false));
/** Likewise in several lines. */
export const paragraphs = (max: number) =>
  z.string().check(z.minLength(1), z.maxLength(max), notBlank, seen(true));
export const cursor = z.string().check(z.maxLength(2000), z.regex(/^[A-Za-z0-9_-]+$/));
export const pageSize = z.coerce.number().check(z.int(), z.gte(1), z.lte(100));

/** RFC 9457 problem with a stable code, a Chinese title and, per field, what to mend. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        pointer: z.string(),
        code: z.string(),
        message: z.string(),
        clause: z.optional(z.string()),
      }),
    ),
  ),
  traceId: z.string(),
});
export type Problem = z.infer<typeof problem>;

/** A file small enough to come with the request: pdf, png or jpg of at most 250 KB, in base64. */
export const smallFile = z.strictObject({
  fileName: text(150),
  content: z.base64().check(z.minLength(1), z.maxLength(Math.ceil((250 * 1024) / 3) * 4)),
});
export type SmallFile = z.infer<typeof smallFile>;

import * as z from 'zod/mini';

/** What an operation takes and gives. `keyed`: needs Idempotency-Key. `matched`: needs If-Match. */
export interface OperationContract {
  readonly summary: string;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly status: 200 | 201;
  readonly answer: z.ZodMiniType;
  /** Media type of an answer that is a file; `answer` is then `fileAnswer`. */
  readonly file?: string;
  readonly keyed?: true;
  readonly matched?: true;
}

/** Nothing is taken; anything sent is refused. */
export const none = z.strictObject({});

/** A file to be kept by whoever asked, under its name. */
export const fileAnswer = z.object({
  fileName: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

import * as z from 'zod/mini';

/** What an operation takes and gives. `keyed`: needs Idempotency-Key. `matched`: needs If-Match. */
export interface OperationContract {
  readonly summary: string;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly status: 200 | 201;
  readonly answer: z.ZodMiniType;
  readonly keyed?: true;
  readonly matched?: true;
}

/** Nothing is taken; anything sent is refused. */
export const none = z.strictObject({});

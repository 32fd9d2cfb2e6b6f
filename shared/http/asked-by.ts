import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';

interface Keyed {
  readonly params: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string;
}

/** What a person's command was asked with, as its idempotency record knows it. */
export const askedBy = (actor: Actor, operation: string, { params, body, idempotencyKey }: Keyed): Asked => ({
  actor,
  operation,
  idempotencyKey,
  request: { params, body },
});

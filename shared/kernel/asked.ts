import { createHash } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { Refusal } from './refusal.ts';
import { accept, type Result, refuse } from './result.ts';
import type { TenantId } from './tenant.ts';

/** What a person's command was asked with. */
export interface Asked {
  readonly actor: Actor;
  readonly operation: string;
  readonly idempotencyKey: string;
  /** Everything that was asked, so that a reused key with another request is noticed. */
  readonly request: unknown;
  /** The approval link by which it is asked; consumed with the decision. */
  readonly linkId?: string;
}

export interface IdempotencyRecord {
  /** SHA-256 of what was asked. */
  readonly digest: string;
  /** The answer that was given, to be given again. */
  readonly answer: string;
}

export interface IdempotencyScope {
  readonly tenant: TenantId;
  readonly membershipId: string;
  readonly operation: string;
  readonly key: string;
}

/** Where the first answer to a request is kept, and the digest of what was asked. */
export const scopeOf = (asked: Asked): IdempotencyScope & { readonly digest: string } => ({
  tenant: asked.actor.tenant,
  membershipId: asked.actor.membershipId,
  operation: asked.operation,
  key: asked.idempotencyKey,
  digest: createHash('sha256').update(JSON.stringify(asked.request)).digest('hex'),
});

/** The first answer again; refused when something else was asked with its key. */
export const replayed = <Answer>(record: IdempotencyRecord, digest: string): Result<Answer, Refusal> =>
  record.digest === digest
    ? accept(JSON.parse(record.answer) as Answer)
    : refuse({ code: 'idempotency-key-reused', detail: '请为新的请求更换 Idempotency-Key。' });

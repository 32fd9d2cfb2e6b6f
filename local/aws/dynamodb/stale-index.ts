import type { FaultPlan } from '../../faults/fault-plan.ts';
import type { Forwarded } from './forward.ts';
import { type Json, scalarOf } from './request-shape.ts';

/**
 * Makes an index lag, as AWS's do: an answer leaves out items that were written a moment ago. (DynamoDB Local's
 * indexes are always current.) Only rows can be missing; an old version of a row cannot be brought back.
 */
export class StaleIndexes {
  readonly #plan: FaultPlan;
  readonly #primaryKey: readonly string[];
  readonly #writtenAt = new Map<string, number>();

  /** @param primaryKey names of the table's key attributes */
  constructor(plan: FaultPlan, primaryKey: readonly string[]) {
    this.#plan = plan;
    this.#primaryKey = primaryKey;
  }

  /** Remembers the item written by `request` (a Put's item, or another write's key). */
  noteWrite(request: Json): void {
    const now = Date.now();
    this.#writtenAt.set(this.#idOf((request['Item'] ?? request['Key']) as Json), now);
    if (this.#writtenAt.size < 10_000) return;
    for (const [id, at] of this.#writtenAt) if (at < now - 60_000) this.#writtenAt.delete(id);
  }

  /** The answer to an index query, perhaps without its newest rows. */
  age(answer: Forwarded): Forwarded {
    if (answer.status !== 200 || !this.#plan.hits('staleIndexRate')) return answer;
    const parsed = JSON.parse(answer.body.toString('utf8')) as Json;
    const items = parsed['Items'];
    if (!Array.isArray(items)) return answer;
    const visibleSince = Date.now() - this.#plan.staleForMs;
    const seen = (items as Json[]).filter(
      (item) => (this.#writtenAt.get(this.#idOf(item)) ?? 0) < visibleSince,
    );
    const missing = items.length - seen.length;
    if (missing === 0) return answer;
    const aged = {
      ...parsed,
      Items: seen,
      Count: Number(parsed['Count']) - missing,
      ScannedCount: Number(parsed['ScannedCount']) - missing,
    };
    const { 'x-amz-crc32': _checksum, ...headers } = answer.headers;
    return { ...answer, headers, body: Buffer.from(JSON.stringify(aged)) };
  }

  #idOf(item: Json): string {
    return this.#primaryKey.map((name) => scalarOf(item[name])).join('\0');
  }
}

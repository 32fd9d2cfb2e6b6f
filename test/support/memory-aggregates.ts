import type { AggregateStore, Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import type { Item } from '#shared/table/read-all.ts';

interface Kept<Ref> {
  readonly ref: Ref;
  readonly entries: readonly ChainedEntry[];
  readonly header: Item;
  readonly parts: ReadonlyMap<string, Item>;
  readonly version: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly salt: string;
}

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/**
 * A store that keeps what the table would keep, as the shape writes and reads it; effects queue up.
 *
 * @param wrote told after every write, which has come to stay even when this throws
 */
export const memoryAggregates = <Ref, State>(
  shape: AggregateShape<Ref, State>,
  effects: Effect[],
  notices: ProcessNotice[] = [],
  wrote: () => void = () => {},
) => {
  const kept = new Map<string, Kept<Ref>>();
  const answers = new Map<string, { digest: string; answer: string }>();
  const store: AggregateStore<Ref, State> = {
    load: async (ref) => {
      const found = kept.get(shape.partitionOf(ref));
      return (
        found && {
          state: shape.join(found.header, found.parts),
          version: found.version,
          head: found.head,
          salt: found.salt,
        }
      );
    },
    commit: async ({ ref, before, after, entry, salt, effects: left, notices: told, idempotency }) => {
      const key = shape.partitionOf(ref);
      if ((kept.get(key)?.version ?? 0) !== (before?.version ?? 0))
        return { written: false, failed: ['version'] };
      const { header, parts } = shape.split(after);
      kept.set(key, {
        ref,
        entries: [...(kept.get(key)?.entries ?? []), entry],
        header: copied(header) as Item,
        parts: new Map(Object.entries(parts).map(([name, part]) => [name, copied(part) as Item])),
        version: (before?.version ?? 0) + 1,
        head: { seq: entry.content.seq, hash: entry.hash },
        salt,
      });
      effects.push(...copied(left));
      notices.push(...copied(told));
      if (idempotency) answers.set(idempotency.key, idempotency);
      wrote();
      return { written: true };
    },
    findIdempotency: async ({ key }) => answers.get(key),
    listEntries: async (ref) => kept.get(shape.partitionOf(ref))?.entries ?? [],
  };
  return {
    store,
    partitions: () => [...kept.keys()],
    /** Everything that is kept, as it is read. */
    all: (): State[] => [...kept.values()].map(({ header, parts }) => shape.join(header, parts)),
    /** Every journal, by what it is of. */
    journals: () => [...kept.values()].map(({ ref, entries }) => ({ ref, entries })),
  };
};

import type { EventRecord } from './to-event-record.ts';

/** What a test asks of the stream that AWS may do at any time; the same seed gives the same deliveries. */
export interface StreamFaults {
  seed: number;
  /** Share of batches delivered once more, 0 to 1; half of them only after the next batch. */
  duplicates: number;
  /** Mixes the records of a batch; the records of one item keep their order, which is all that AWS promises. */
  shuffle: boolean;
}

/** mulberry32: small, and good enough to choose with. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same records, items interleaved by chance. */
function shuffleItems(records: readonly EventRecord[], random: () => number): EventRecord[] {
  const byItem = Map.groupBy(records, (record) => JSON.stringify(record.dynamodb.Keys));
  const waiting = [...byItem.values()].map((own) => [...own]);
  const mixed: EventRecord[] = [];
  while (waiting.length > 0) {
    const at = Math.floor(random() * waiting.length);
    const next = waiting[at]?.shift();
    if (next) mixed.push(next);
    if (waiting[at]?.length === 0) waiting.splice(at, 1);
  }
  return mixed;
}

/** Decides, batch by batch, in which order the records go and what is delivered again. */
export function createDisturbance({ seed, duplicates, shuffle }: StreamFaults) {
  const random = seededRandom(seed);
  let late: readonly EventRecord[] | undefined;
  return {
    arrange: (records: readonly EventRecord[]) => (shuffle ? shuffleItems(records, random) : [...records]),
    /** What is to be delivered once more after this batch. */
    repeatAfter(records: readonly EventRecord[]): (readonly EventRecord[])[] {
      const due = late ? [late] : [];
      late = undefined;
      if (random() >= duplicates) return due;
      if (random() < 0.5) return [...due, records];
      late = records;
      return due;
    },
  };
}

export type Disturbance = ReturnType<typeof createDisturbance>;

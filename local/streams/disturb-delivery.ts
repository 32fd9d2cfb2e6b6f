/** What a test asks of a stream or a queue that AWS may do at any time; the same seed gives the same deliveries. */
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
function shuffleItems<Delivered>(
  records: readonly Delivered[],
  itemOf: (record: Delivered) => string,
  random: () => number,
): Delivered[] {
  const byItem = Map.groupBy(records, itemOf);
  const waiting = [...byItem.values()].map((own) => [...own]);
  const mixed: Delivered[] = [];
  while (waiting.length > 0) {
    const at = Math.floor(random() * waiting.length);
    const next = waiting[at]?.shift();
    if (next) mixed.push(next);
    if (waiting[at]?.length === 0) waiting.splice(at, 1);
  }
  return mixed;
}

/** Decides, batch by batch, in which order what is delivered goes and what is delivered again. */
export function createDisturbance<Delivered>(
  { seed, duplicates, shuffle }: StreamFaults,
  itemOf: (record: Delivered) => string,
) {
  const random = seededRandom(seed);
  let late: readonly Delivered[] | undefined;
  return {
    arrange: (records: readonly Delivered[]) =>
      shuffle ? shuffleItems(records, itemOf, random) : [...records],
    /** What is to be delivered once more after this batch. */
    repeatAfter(records: readonly Delivered[]): (readonly Delivered[])[] {
      const due = late ? [late] : [];
      late = undefined;
      if (random() >= duplicates) return due;
      if (random() < 0.5) return [...due, records];
      late = records;
      return due;
    },
  };
}

export type Disturbance<Delivered> = ReturnType<typeof createDisturbance<Delivered>>;

import { z } from 'zod';

const rate = z.number().min(0).max(1).default(0);
const faultsSchema = z.strictObject({
  /** Same seed, same sequence of faults. */
  seed: z.int().default(1),
  /** Share of writes and transactions that are refused because of another transaction on the same item. */
  transactionConflictRate: rate,
  /** Share of index queries that do not yet see what was written in the last `staleForMs`. */
  staleIndexRate: rate,
  staleForMs: z.int().min(0).default(1_000),
  /** The runtime kills itself (SIGKILL) at this write, counted from the next one as 1; 0 = never. */
  killAtWrite: z.int().min(0).default(0),
  /** Whether the write is lost with the process, or done and only its answer lost. */
  killWhen: z.enum(['before', 'after']).default('after'),
});

export type Faults = z.infer<typeof faultsSchema>;

/** Mulberry32: a small repeatable source of numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What goes wrong on purpose; nothing until it is told to. */
export class FaultPlan {
  #faults: Faults = faultsSchema.parse({});
  #random = seeded(1);
  #writes = 0;

  /** Replaces the plan and counts writes anew; what is not named does not go wrong. @throws ZodError */
  set(given: unknown): void {
    this.#faults = faultsSchema.parse(given);
    this.#random = seeded(this.#faults.seed);
    this.#writes = 0;
  }

  /** The plan, and how many writes have passed since it was set. */
  describe(): Faults & { writes: number } {
    return { ...this.#faults, writes: this.#writes };
  }

  get staleForMs(): number {
    return this.#faults.staleForMs;
  }

  hits(fault: 'transactionConflictRate' | 'staleIndexRate'): boolean {
    const share = this.#faults[fault];
    return share > 0 && this.#random() < share;
  }

  /** Runs one write of the runtime's world; the process ends before or after it when the plan says so. */
  async write<Result>(perform: () => Promise<Result>): Promise<Result> {
    this.#writes += 1;
    const isLast = this.#writes === this.#faults.killAtWrite;
    if (isLast && this.#faults.killWhen === 'before') process.kill(process.pid, 'SIGKILL');
    const result = await perform();
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return result;
  }
}

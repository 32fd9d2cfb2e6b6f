import { writeSync } from 'node:fs';
import { z } from 'zod';
import { type StreamFaults, seededRandom } from '../streams/disturb-delivery.ts';
import { CallFaults, type CallTrouble, callFaultSchema } from './call-faults.ts';

const rate = z.number().min(0).max(1).default(0);
const faultsSchema = z.strictObject({
  /** Same seed, same sequence of faults. */
  seed: z.int().default(1),
  /** Share of writes and transactions that are refused because of another transaction on the same item. */
  transactionConflictRate: rate,
  /** Share of index queries that do not yet see what was written in the last `staleForMs`. */
  staleIndexRate: rate,
  staleForMs: z.int().min(0).default(1_000),
  /**
   * The runtime kills itself (SIGKILL) at this durable write, counted from the next one as 1; 0 = never. Writes are
   * those to the database and the commits of the runtime's own store (machines, queues, checkpoints, schedules).
   */
  killAtWrite: z.int().min(0).default(0),
  /** Whether the write is lost with the process, or done and only its answer lost. */
  killWhen: z.enum(['before', 'after']).default('after'),
  /** Stream batches delivered twice or with their items interleaved, as AWS may do at any time. */
  streams: z.strictObject({ duplicates: rate, shuffle: z.boolean().default(false) }).optional(),
  /** Likewise what the queues' mappings deliver. */
  queues: z.strictObject({ duplicates: rate, shuffle: z.boolean().default(false) }).optional(),
  /** Single calls of functions to AWS services that go wrong; calls are counted only when this is given. */
  calls: z.array(callFaultSchema).optional(),
});

export type Faults = z.infer<typeof faultsSchema>;

const endProcess = () => process.kill(process.pid, 'SIGKILL');

/** What goes wrong on purpose; nothing until it is told to. */
export class FaultPlan {
  #faults: Faults = faultsSchema.parse({});
  #random = seededRandom(1);
  #writes = 0;
  #calls: CallFaults | undefined;

  /** Replaces the plan and counts writes anew; what is not named does not go wrong. @throws ZodError */
  set(given: unknown): void {
    this.#faults = faultsSchema.parse(given);
    this.#random = seededRandom(this.#faults.seed);
    this.#writes = 0;
    this.#calls = this.#faults.calls && new CallFaults(this.#faults.calls);
  }

  /** The plan, how many writes have passed since it was set, and which calls each function has made. */
  describe(): Faults & { writes: number; called: Record<string, readonly string[]> } {
    return { ...this.#faults, writes: this.#writes, called: this.#calls?.describe() ?? {} };
  }

  /** The trouble of a function's next call to an AWS service, if any. */
  call(by: string, what: string): CallTrouble | undefined {
    return this.#calls?.next(by, what);
  }

  /** What the stream is to do wrong, if anything. */
  get streams(): StreamFaults | undefined {
    const { seed, streams } = this.#faults;
    return streams && { seed, ...streams };
  }

  /** What the queues' mappings are to do wrong, if anything. */
  get queues(): StreamFaults | undefined {
    const { seed, queues } = this.#faults;
    return queues && { seed, ...queues };
  }

  get staleForMs(): number {
    return this.#faults.staleForMs;
  }

  hits(fault: 'transactionConflictRate' | 'staleIndexRate'): boolean {
    const share = this.#faults[fault];
    return share > 0 && this.#random() < share;
  }

  /** Runs one write to the database; the process ends before or after it when the plan says so. */
  async write<Result>(what: string, perform: () => Promise<Result>): Promise<Result> {
    const isLast = this.#count(what);
    const result = await perform();
    if (isLast) endProcess();
    return result;
  }

  /** Likewise, one commit of the runtime's own store. */
  commit<Result>(what: string, perform: () => Result): Result {
    const isLast = this.#count(what);
    const result = perform();
    if (isLast) endProcess();
    return result;
  }

  /** True when the process is to end after this write; it has ended already when it was to end before. */
  #count(what: string): boolean {
    this.#writes += 1;
    const { killAtWrite, killWhen } = this.#faults;
    if (this.#writes !== killAtWrite) return false;
    writeSync(1, `killed ${killWhen} write ${killAtWrite}: ${what}\n`);
    if (killWhen === 'before') endProcess();
    return true;
  }
}

import { z } from 'zod';

/** What may befall one call of a function to an AWS service. */
export const callTroubles = ['delay', 'duplicate', 'throttle', 'late', 'endThread'] as const;
export type CallTrouble = (typeof callTroubles)[number];

export const callFaultSchema = z.strictObject({
  /** Name of the function whose calls are counted, the first since the plan was set as 1. */
  by: z.string(),
  at: z.int().min(1),
  /** How many calls in a row it befalls. */
  times: z.int().min(1).default(1),
  /**
   * `delay`: answered later. `duplicate`: done a second time after its answer. `throttle`: refused, nothing done.
   * `late`: done, and the connection is lost before the answer. `endThread`: done, and the function dies of it.
   */
  trouble: z.enum(callTroubles),
});

export type CallFault = z.infer<typeof callFaultSchema>;

/** Counts the calls of each function to the AWS services, and knows which of them goes wrong. */
export class CallFaults {
  readonly #faults: readonly CallFault[];
  readonly #seen = new Map<string, string[]>();

  constructor(faults: readonly CallFault[]) {
    this.#faults = faults;
  }

  /** The trouble of a function's next call, which is thereby counted. @param what the operation's name */
  next(by: string, what: string): CallTrouble | undefined {
    const seen = this.#seen.get(by) ?? [];
    this.#seen.set(by, seen);
    seen.push(what);
    const isHit = ({ at, times }: CallFault) => seen.length >= at && seen.length < at + times;
    return this.#faults.find((fault) => fault.by === by && isHit(fault))?.trouble;
  }

  /** Each function's calls so far, by their operations' names. */
  describe(): Record<string, readonly string[]> {
    return Object.fromEntries(this.#seen);
  }
}

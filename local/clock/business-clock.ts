/** Shared by all threads: milliseconds that the business clock is ahead of the machine's. */
export type ClockCell = SharedArrayBuffer;

/** The settable clock of the embedded runtime; it goes on ticking wherever it is set to. */
export class BusinessClock {
  readonly cell: ClockCell;
  readonly #shift: BigInt64Array;

  constructor(cell: ClockCell = new SharedArrayBuffer(8)) {
    this.cell = cell;
    this.#shift = new BigInt64Array(cell);
  }

  get shiftMs(): number {
    return Number(Atomics.load(this.#shift, 0));
  }

  set shiftMs(value: number) {
    Atomics.store(this.#shift, 0, BigInt(Math.trunc(value)));
  }

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.shiftMs;
  }
}

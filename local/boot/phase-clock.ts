/** Measures the phases of a start. */
export class PhaseClock {
  readonly #startedAt = performance.now();
  readonly #phases: { name: string; seconds: number }[] = [];

  /** Runs one phase and notes how long it took. */
  async measure<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const from = performance.now();
    const result = await run();
    this.#phases.push({ name, seconds: (performance.now() - from) / 1000 });
    return result;
  }

  get phases(): readonly { name: string; seconds: number }[] {
    return this.#phases;
  }

  /** Seconds since the clock was made. */
  get totalSeconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}

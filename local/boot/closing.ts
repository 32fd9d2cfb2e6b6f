/** What must be ended, in the reverse order of its start; one that fails or hangs does not keep the others. */
export class Closing {
  readonly #steps: { name: string; close: () => Promise<void> | void }[] = [];
  #closed: Promise<string[]> | undefined;

  /** @throws when the end has begun: what would be started now could not be ended */
  add(name: string, close: () => Promise<void> | void): void {
    if (this.begun) throw new Error('正在停止');
    this.#steps.unshift({ name, close });
  }

  get begun(): boolean {
    return this.#closed !== undefined;
  }

  /** Ends everything once. @returns a sentence for each step that failed */
  close(): Promise<string[]> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  async #closeAll(): Promise<string[]> {
    const failures: string[] = [];
    for (const { name, close } of this.#steps) {
      try {
        await close();
      } catch (cause) {
        failures.push(`${name}：${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
    return failures;
  }
}

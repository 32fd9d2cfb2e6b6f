/** A failure inside a state, by its States Language error name. */
export class StateFault extends Error {
  readonly error: string;
  readonly failureCause: string | undefined;

  constructor(error: string, cause?: string) {
    super(`${error}: ${cause ?? ''}`);
    this.error = error;
    this.failureCause = cause;
  }
}

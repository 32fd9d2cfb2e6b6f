import type { ClockCell } from '../clock/business-clock.ts';

/** What a worker thread is started with. */
export interface WorkerSetup {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMiB: number;
  /** File URL of the bundle's module. */
  readonly module: string;
  readonly exportName: string;
  readonly clock: ClockCell;
  /** Where messages to people end up on this machine. */
  readonly outbound: Outbound;
}

/** The one host outside that exists here, and the address that stands for it. */
export interface Outbound {
  readonly host: string;
  readonly target: string;
}

export interface InvocationMessage {
  readonly id: string;
  /** JSON text, as Lambda carries it. */
  readonly event: string;
  /** Epoch milliseconds at which the invocation ends without an answer. */
  readonly deadline: number;
}

/** The worker's answers: ready once, then one per invocation. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failedToLoad'; readonly errorType: string; readonly errorMessage: string }
  | { readonly kind: 'answer'; readonly id: string; readonly payload: string }
  | {
      readonly kind: 'error';
      readonly id: string;
      readonly errorType: string;
      readonly errorMessage: string;
    };

import type { DatabaseSync } from 'node:sqlite';

/** What an invocation gave: the handler's answer, or an error in the shape Lambda reports it. */
export type InvocationResult =
  | { ok: true; payload: unknown }
  /** `handled`: the handler threw; otherwise the runtime itself failed (timeout, crash). */
  | { ok: false; errorType: string; errorMessage: string; handled: boolean };

/** Invokes a function by its fixed name (`yunwangtong-…`); never rejects for an error inside the function. */
export type InvokeFunction = (functionName: string, event: unknown) => Promise<InvocationResult>;

/** The runtime's own durable state: `DATA_DIR/runtime.sqlite`, WAL. Each part keeps its own tables. */
export interface StateStore {
  db: DatabaseSync;
}

/** A JSON-protocol AWS service that the one endpoint dispatches to, after authentication and policy evaluation. */
export interface AwsService {
  /** X-Amz-Target prefix with its dot, e.g. `AWSStepFunctions.` or `AmazonSQS.`. */
  targetPrefix: string;
  handle(operation: string, body: Record<string, unknown>): Promise<{ status: number; body: unknown }>;
  iamAction(operation: string): string;
  iamResource(operation: string, body: Record<string, unknown>): string;
}

/** Something that runs between boot and shutdown. */
export interface Part {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What every part of the runtime is given. */
export interface RuntimeContext {
  region: string;
  account: string;
  partition: string;
  dataDir: string;
  store: StateStore;
  invoke: InvokeFunction;
  log(line: string): void;
  /** Epoch milliseconds of the settable business clock. */
  businessNow(): number;
}

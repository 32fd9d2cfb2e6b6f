import { randomUUID } from 'node:crypto';
import { existsSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ClockCell } from '../clock/business-clock.ts';
import type { InvocationResult } from '../contract.ts';
import type { FunctionSpec } from './read-functions.ts';
import type { InvocationMessage, Outbound, WorkerMessage, WorkerSetup } from './worker-messages.ts';

/** Longest request and answer of a synchronous invocation, bytes of JSON. */
const payloadLimit = 6 * 1024 * 1024;

/** What every thread shares. */
export interface ThreadSurroundings {
  readonly clock: ClockCell;
  readonly outbound: Outbound;
  readonly heard?: (functionName: string, line: string) => void;
}

type Settle = (result: InvocationResult) => void;

const failed = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  errorType,
  errorMessage,
  handled: false,
});

function locateModule(spec: FunctionSpec): string {
  const base = spec.handler.slice(0, spec.handler.lastIndexOf('.'));
  const file = ['.mjs', '.js', '.cjs'].map((end) => join(spec.folder, base + end)).find(existsSync);
  if (file === undefined) throw new Error(`${spec.name}: no module ${base} in ${spec.folder}`);
  return pathToFileURL(file).href;
}

/** One worker thread with its function loaded; it is thrown away after a crash or a timeout. */
export class FunctionThread {
  readonly #spec: FunctionSpec;
  readonly #worker: Worker;
  readonly #waiting = new Map<string, Settle>();
  readonly #loaded: Promise<string | undefined>;
  #usable = true;

  /** @param log file that takes the thread's standard output and errors */
  constructor(
    spec: FunctionSpec,
    environment: Record<string, string>,
    { clock, outbound, heard }: ThreadSurroundings,
    log: WriteStream,
  ) {
    this.#spec = spec;
    const setup: WorkerSetup = {
      functionName: spec.name,
      functionArn: spec.arn,
      memoryMiB: spec.memoryMiB,
      module: locateModule(spec),
      exportName: spec.handler.slice(spec.handler.lastIndexOf('.') + 1),
      clock,
      outbound,
    };
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: environment,
      workerData: setup,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.max(spec.memoryMiB, 128) },
    });
    for (const output of [this.#worker.stdout, this.#worker.stderr]) {
      output.pipe(log, { end: false });
      if (heard) createInterface(output).on('line', (line) => heard(spec.name, line));
    }
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#loaded = promise;
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message, resolve));
    this.#worker.on('error', (cause) => this.#end('Runtime.ExitError', String(cause), resolve));
    this.#worker.on('exit', (code) => this.#end('Runtime.ExitError', `exited with ${code}`, resolve));
  }

  /** False once the thread has crashed or is being given up; a new one is needed then. */
  get usable(): boolean {
    return this.#usable;
  }

  async invoke(event: unknown): Promise<InvocationResult> {
    const text = JSON.stringify(event ?? null);
    if (Buffer.byteLength(text) > payloadLimit) {
      return failed('RequestTooLargeException', `Request must be smaller than ${payloadLimit} bytes`);
    }
    const loadError = await this.#loaded;
    if (loadError !== undefined) return failed('Runtime.UserCodeSyntaxError', loadError);
    if (!this.#usable) return failed('Runtime.ExitError', `${this.#spec.name} ended before it was invoked`);
    const id = randomUUID();
    const limitMs = this.#spec.timeoutSeconds * 1000;
    const { promise, resolve } = Promise.withResolvers<InvocationResult>();
    const timer = setTimeout(() => {
      this.#settle(
        id,
        failed('Sandbox.Timedout', `Task timed out after ${this.#spec.timeoutSeconds}.00 seconds`),
      );
      this.retire();
    }, limitMs);
    this.#waiting.set(id, (result) => {
      clearTimeout(timer);
      resolve(result);
    });
    const message: InvocationMessage = { id, event: text, deadline: Date.now() + limitMs };
    this.#worker.postMessage(message);
    return promise;
  }

  /** Takes no new invocations; ends as soon as those under way have answered or timed out. */
  retire(): void {
    this.#usable = false;
    if (this.#waiting.size === 0) void this.#worker.terminate();
  }

  async stop(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  #settle(id: string, result: InvocationResult): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
    if (!this.#usable && this.#waiting.size === 0) void this.#worker.terminate();
  }

  #receive(message: WorkerMessage, loaded: (error: string | undefined) => void): void {
    if (message.kind === 'ready') loaded(undefined);
    else if (message.kind === 'failedToLoad') loaded(`${message.errorType}: ${message.errorMessage}`);
    else if (message.kind === 'error') {
      const { errorType, errorMessage } = message;
      this.#settle(message.id, { ok: false, errorType, errorMessage, handled: true });
    } else if (Buffer.byteLength(message.payload) > payloadLimit) {
      this.#settle(
        message.id,
        failed('Function.ResponseSizeTooLarge', `Response payload size exceeded ${payloadLimit}`),
      );
    } else this.#settle(message.id, { ok: true, payload: JSON.parse(message.payload) as unknown });
  }

  #end(errorType: string, errorMessage: string, loaded: (error: string | undefined) => void): void {
    this.#usable = false;
    loaded(errorMessage);
    for (const id of [...this.#waiting.keys()]) this.#settle(id, failed(errorType, errorMessage));
  }
}

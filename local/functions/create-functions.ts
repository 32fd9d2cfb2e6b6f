import type { WriteStream } from 'node:fs';
import type { ClockCell } from '../clock/business-clock.ts';
import type { InvocationResult, InvokeFunction } from '../contract.ts';
import { openLog } from '../logs/open-log.ts';
import { FunctionThread } from './function-thread.ts';
import type { FunctionSpec } from './read-functions.ts';
import type { Outbound } from './worker-messages.ts';

export interface FunctionsSetup {
  readonly specs: readonly FunctionSpec[];
  /** The whole environment of one function: its own variables, credentials, endpoints. */
  readonly environmentOf: (spec: FunctionSpec) => Record<string, string>;
  readonly clock: ClockCell;
  readonly outbound: Outbound;
  readonly logFolder: string;
  /** Told of every line that a function writes. */
  readonly heard?: (functionName: string, line: string) => void;
  readonly log: (line: string) => void;
}

export interface Functions {
  readonly invoke: InvokeFunction;
  /** Ends one function's thread at once, with whatever it has in hand; the next invocation gets a new one. */
  end(functionName: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * All functions, one worker thread each. As on Lambda a thread begins with the first invocation, so that a start pays for
 * none that nobody asks; one that crashed or hung is replaced at the next.
 */
export function createFunctions(setup: FunctionsSetup): Functions {
  const { specs, environmentOf, logFolder, log } = setup;
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const threads = new Map<string, FunctionThread>();
  const logs = new Map<string, WriteStream>();

  function threadOf(spec: FunctionSpec): FunctionThread {
    const existing = threads.get(spec.name);
    if (existing?.usable) return existing;
    let logFile = logs.get(spec.name);
    if (logFile === undefined) {
      logFile = openLog(logFolder, spec.name);
      logs.set(spec.name, logFile);
    }
    const thread = new FunctionThread(spec, environmentOf(spec), setup, logFile);
    threads.set(spec.name, thread);
    return thread;
  }

  async function invoke(functionName: string, event: unknown): Promise<InvocationResult> {
    const spec = byName.get(functionName);
    if (spec === undefined) {
      const errorMessage = `Function not found: ${functionName}`;
      return { ok: false, errorType: 'ResourceNotFoundException', errorMessage, handled: false };
    }
    const result = await threadOf(spec).invoke(event);
    if (!result.ok) log(`函数 ${functionName} 出错：${result.errorType} ${result.errorMessage}`);
    return result;
  }

  return {
    invoke,
    async end(functionName) {
      await threads.get(functionName)?.stop();
    },
    async stop() {
      await Promise.all([...threads.values()].map((thread) => thread.stop()));
      for (const logFile of logs.values()) logFile.end();
    },
  };
}

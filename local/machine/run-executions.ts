import type { RuntimeContext } from '../contract.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';
import type { Transitions } from './write-transitions.ts';

/** setTimeout counts in 31 bits of milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The function's own name in its ARN (with or without a qualifier), or the name as it stands. */
function functionNameOf(reference: string): string {
  return reference.startsWith('arn:') ? (reference.split(':')[6] ?? reference) : reference;
}

/**
 * Does what the rows say is next. The row is always written before the effect, so after a crash everything goes on
 * from the rows alone: nothing is replayed, timers are absolute, and a token once given stays.
 */
export function createRunner(
  context: Pick<RuntimeContext, 'invoke' | 'log'>,
  store: ExecutionStore,
  transitions: Transitions,
) {
  const timers = new Map<string, NodeJS.Timeout>();
  let running = false;

  /** False when somebody else went on meanwhile: the token came back or the execution was stopped. */
  async function invoke(execution: Execution): Promise<boolean> {
    const { FunctionName, Payload } = transitions.parameters(execution);
    const answer = await context.invoke(functionNameOf(FunctionName), Payload ?? {});
    if (!running) return false;
    const current = store.find(execution.arn);
    if (current?.phase !== 'invoking' || current.token !== execution.token) return false;
    transitions.takeAnswer(current, answer);
    return true;
  }

  function waitOrRetry(execution: Execution): boolean {
    const wait = (execution.resumeAt ?? 0) - Date.now();
    clearTimeout(timers.get(execution.arn));
    timers.delete(execution.arn);
    if (wait > 0) {
      const timer = setTimeout(() => drive(execution.arn), Math.min(wait, LONGEST_TIMER_MS));
      timers.set(execution.arn, timer);
      return false;
    }
    transitions.beginAgain(execution);
    return true;
  }

  async function goOn(execution: Execution): Promise<boolean> {
    switch (execution.phase) {
      case 'entering':
        transitions.enter(execution);
        return true;
      case 'invoking':
        return invoke(execution);
      case 'retrying':
        return waitOrRetry(execution);
      case 'waiting':
      case 'closed':
        return false;
    }
  }

  async function advance(arn: string): Promise<void> {
    for (let more = true; more && running; ) {
      const execution = store.find(arn);
      more = execution !== undefined && (await goOn(execution));
    }
  }

  /** Takes an execution on from its row until it waits or ends; returns at once. */
  function drive(arn: string): void {
    advance(arn).catch((cause) => {
      if (running) context.log(`执行 ${arn} 停在此处，重新启动后继续：${cause?.stack ?? cause}`);
    });
  }

  return {
    drive,
    start() {
      running = true;
      for (const { arn } of store.running()) drive(arn);
    },
    stop() {
      running = false;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Runner = ReturnType<typeof createRunner>;

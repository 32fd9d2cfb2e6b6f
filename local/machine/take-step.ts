import { holds } from './choice-rule.ts';
import { findCatcher, planRetry } from './error-rules.ts';
import { fillTemplate } from './payload-template.ts';
import { readPath, writePath } from './reference-path.ts';
import type { State, TaskState } from './state-definition.ts';
import { StateFault } from './state-fault.ts';

/** What follows from a state: on to the next one, the end of the execution, or another attempt of the same task. */
export type Step =
  | { kind: 'move'; next: string; output: unknown }
  | { kind: 'succeed'; output: unknown }
  | { kind: 'fail'; error?: string; cause?: string }
  | { kind: 'retry'; delayMs: number; counts: number[] };

/** `undefined` is the default path `$`; null gives or keeps nothing. */
function select(path: string | null | undefined, document: unknown, field: string): unknown {
  if (path === null) return {};
  const found = readPath(path ?? '$', document);
  if (found === undefined) throw new StateFault('States.Runtime', `Invalid path '${path}' in ${field}`);
  return found;
}

function place(path: string | null | undefined, document: unknown, result: unknown): unknown {
  if (path === null) return document;
  const placed = writePath(path ?? '$', document, result);
  if (placed === undefined) {
    throw new StateFault('States.ResultPathMatchFailure', `Unable to apply ResultPath '${path}'`);
  }
  return placed;
}

function onward(state: { Next?: string | undefined }, output: unknown): Step {
  return state.Next === undefined ? { kind: 'succeed', output } : { kind: 'move', next: state.Next, output };
}

export function faultOf(thrown: unknown): { error: string; cause?: string } {
  if (!(thrown instanceof StateFault)) throw thrown;
  return thrown.failureCause === undefined
    ? { error: thrown.error }
    : { error: thrown.error, cause: thrown.failureCause };
}

/** Takes a state that has no effect outside; every fault in it fails the execution, as these states have no Catch. */
export function takeStep(state: Exclude<State, TaskState>, rawInput: unknown, executionId: string): Step {
  try {
    if (state.Type === 'Fail') {
      return {
        kind: 'fail',
        ...(state.Error !== undefined && { error: state.Error }),
        ...(state.Cause !== undefined && { cause: state.Cause }),
      };
    }
    const input = select(state.InputPath, rawInput, 'InputPath');
    if (state.Type === 'Succeed')
      return { kind: 'succeed', output: select(state.OutputPath, input, 'OutputPath') };
    if (state.Type === 'Choice') {
      const next = state.Choices.find((rule) => holds(rule, input))?.Next ?? state.Default;
      if (next === undefined)
        throw new StateFault('States.NoChoiceMatched', 'No choice rule matched and no Default');
      return { kind: 'move', next, output: select(state.OutputPath, input, 'OutputPath') };
    }
    const worked = state.Parameters ? fillTemplate(state.Parameters, input, { executionId }) : input;
    const placed = place(state.ResultPath, rawInput, Object.hasOwn(state, 'Result') ? state.Result : worked);
    return onward(state, select(state.OutputPath, placed, 'OutputPath'));
  } catch (thrown) {
    return { kind: 'fail', ...faultOf(thrown) };
  }
}

/** The parameters a task's function is invoked with; throws StateFault when a path finds nothing. */
export function fillParameters(
  state: TaskState,
  rawInput: unknown,
  executionId: string,
  token: string,
): { FunctionName: string; Payload?: unknown } {
  const input = select(state.InputPath, rawInput, 'InputPath');
  const context = isCallback(state) ? { executionId, token } : { executionId };
  const { FunctionName } = state.Parameters;
  const filled = fillTemplate(state.Parameters, input, context) as { Payload?: unknown };
  return { FunctionName, ...(filled.Payload !== undefined && { Payload: filled.Payload }) };
}

export function isCallback(state: TaskState): boolean {
  return state.Resource.endsWith('.waitForTaskToken');
}

/** After a task gave its result; a result that cannot be placed counts as the task's failure. */
export function afterResult(state: TaskState, rawInput: unknown, result: unknown): Step {
  const placed = place(state.ResultPath, rawInput, result);
  return onward(state, select(state.OutputPath, placed, 'OutputPath'));
}

/** After a task failed: another attempt, a catch edge, or the execution's failure. */
export function afterFailure(
  state: TaskState,
  rawInput: unknown,
  failure: { error: string; cause?: string },
  counts: readonly number[],
  random: () => number,
): Step {
  const retry = planRetry(state.Retry, failure.error, counts, random);
  if (retry) return { kind: 'retry', ...retry };
  const edge = findCatcher(state.Catch, failure.error);
  if (!edge) return { kind: 'fail', ...failure };
  const told = { Error: failure.error, ...(failure.cause !== undefined && { Cause: failure.cause }) };
  try {
    return { kind: 'move', next: edge.Next, output: place(edge.ResultPath, rawInput, told) };
  } catch (thrown) {
    return { kind: 'fail', ...faultOf(thrown) };
  }
}

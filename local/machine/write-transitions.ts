import type { InvocationResult } from '../contract.ts';
import type { Execution, ExecutionChange, ExecutionStore } from './execution-store.ts';
import * as history from './history-event.ts';
import type { MachineDefinition, State, TaskState } from './state-definition.ts';
import {
  afterFailure,
  afterResult,
  faultOf,
  fillParameters,
  isCallback,
  type Step,
  takeStep,
} from './take-step.ts';
import { newTaskToken } from './task-token.ts';

/** AWS ends an execution at 25,000 history events; a state adds a handful. */
const MOST_EVENTS = 24_990;
const endless: Step = {
  kind: 'fail',
  error: 'States.Runtime',
  cause: 'The execution reached the maximum number of history events (25000).',
};

export interface Failure {
  error: string;
  cause?: string;
}

/** Every change of an execution's row, each one transaction together with the history events it makes. */
export function createTransitions(
  store: ExecutionStore,
  region: string,
  definitionOf: (digest: string) => MachineDefinition,
) {
  function stateOf(execution: Execution): State {
    const state = definitionOf(execution.definition).States[execution.state];
    if (!state) throw new Error(`${execution.arn}: no state ${execution.state}`);
    return state;
  }

  function taskOf(execution: Execution): TaskState {
    const state = stateOf(execution);
    if (state.Type !== 'Task') throw new Error(`${execution.arn}: ${execution.state} is no task`);
    return state;
  }

  function settle(execution: Execution, step: Step, before: history.HistoryEvent[]) {
    const now = Date.now();
    const write = (change: ExecutionChange, ...events: history.HistoryEvent[]) =>
      store.change(execution.arn, { token: null, resumeAt: null, ...change }, [...before, ...events], now);
    if (step.kind === 'retry') {
      const again = { resumeAt: now + step.delayMs, counts: JSON.stringify(step.counts) };
      return write({ phase: 'retrying', ...again });
    }
    if (step.kind === 'fail') {
      const { kind: _, ...failure } = step;
      const told = { error: step.error ?? null, cause: step.cause ?? null };
      const ended = history.executionEnded('ExecutionFailed', failure);
      return write({ status: 'FAILED', phase: 'closed', stoppedAt: now, ...told }, ended);
    }
    const output = JSON.stringify(step.output);
    const exited = history.stateExited(stateOf(execution).Type, execution.state, output);
    if (step.kind === 'move') {
      return write({ phase: 'entering', state: step.next, stateInput: output, counts: '[]' }, exited);
    }
    const ended = { status: 'SUCCEEDED', phase: 'closed', stoppedAt: now, output } as const;
    return write(ended, exited, history.executionSucceeded(output));
  }

  /** Enters the state of the row: a task gets its token, any other state is taken at once. */
  function enter(execution: Execution) {
    const state = stateOf(execution);
    const entered = history.stateEntered(state.Type, execution.state, execution.stateInput);
    if (store.eventCount(execution.arn) > MOST_EVENTS) return settle(execution, endless, [entered]);
    if (state.Type === 'Task') return begin(execution, state, [entered]);
    settle(execution, takeStep(state, JSON.parse(execution.stateInput), execution.arn), [entered]);
  }

  function begin(execution: Execution, state: TaskState, before: history.HistoryEvent[]) {
    const token = newTaskToken(execution.machineArn);
    let parameters: unknown;
    try {
      parameters = fillParameters(state, JSON.parse(execution.stateInput), execution.arn, token);
    } catch (thrown) {
      return failWith(execution, state, faultOf(thrown), before);
    }
    const events = [...before, ...history.attemptStarted(state, region, parameters)];
    store.change(execution.arn, { phase: 'invoking', token, resumeAt: null }, events, Date.now());
  }

  function failWith(
    execution: Execution,
    state: TaskState,
    failure: Failure,
    before: history.HistoryEvent[],
  ) {
    const counts: number[] = JSON.parse(execution.counts);
    const step = afterFailure(state, JSON.parse(execution.stateInput), failure, counts, Math.random);
    settle(execution, step, [...before, history.taskFailed(state, failure)]);
  }

  /** The task of the row gave its result (the function's answer, or what came with the token). */
  function succeed(execution: Execution, result: unknown) {
    const state = taskOf(execution);
    const succeeded = history.taskSucceeded(state, JSON.stringify(result));
    let step: Step;
    try {
      step = afterResult(state, JSON.parse(execution.stateInput), result);
    } catch (thrown) {
      return failWith(execution, state, faultOf(thrown), [succeeded]);
    }
    settle(execution, step, [succeeded]);
  }

  return {
    enter,
    succeed,
    isCallback: (execution: Execution) => isCallback(taskOf(execution)),
    /** Another attempt of the row's task, with a new token. */
    beginAgain: (execution: Execution) => begin(execution, taskOf(execution), []),
    fail: (execution: Execution, failure: Failure) => failWith(execution, taskOf(execution), failure, []),
    /** What the row's function is invoked with; the same after a crash, as the row holds token and input. */
    parameters: (execution: Execution) =>
      fillParameters(
        taskOf(execution),
        JSON.parse(execution.stateInput),
        execution.arn,
        execution.token ?? '',
      ),
    /** The function answered: the task's end, or for a callback the beginning of the wait. */
    takeAnswer(execution: Execution, answer: InvocationResult) {
      const state = taskOf(execution);
      if (!answer.ok) {
        const { errorType, errorMessage } = answer;
        const cause = JSON.stringify({ errorType, errorMessage });
        return failWith(execution, state, { error: errorType, cause }, []);
      }
      const result = { ExecutedVersion: '$LATEST', Payload: answer.payload ?? null, StatusCode: 200 };
      if (!isCallback(state)) return succeed(execution, result);
      const submitted = history.taskSubmitted(state, JSON.stringify(result));
      store.change(execution.arn, { phase: 'waiting' }, [submitted], Date.now());
    },
    abort(execution: Execution, failure: Partial<Failure>) {
      const told = { error: failure.error ?? null, cause: failure.cause ?? null };
      const now = Date.now();
      store.change(
        execution.arn,
        { status: 'ABORTED', phase: 'closed', stoppedAt: now, token: null, resumeAt: null, ...told },
        [history.executionEnded('ExecutionAborted', failure)],
        now,
      );
    },
  };
}

export type Transitions = ReturnType<typeof createTransitions>;

import type { State, TaskState } from './state-definition.ts';
import { isCallback } from './take-step.ts';

/** An event as GetExecutionHistory gives it, without id and time; `details` holds the one `…EventDetails` member. */
export interface HistoryEvent {
  type: string;
  details: Record<string, unknown>;
}

const whole = { truncated: false };

export function executionStarted(input: string): HistoryEvent {
  return {
    type: 'ExecutionStarted',
    details: { executionStartedEventDetails: { input, inputDetails: whole } },
  };
}

export function stateEntered(type: State['Type'], name: string, input: string): HistoryEvent {
  return {
    type: `${type}StateEntered`,
    details: { stateEnteredEventDetails: { name, input, inputDetails: whole } },
  };
}

export function stateExited(type: State['Type'], name: string, output: string): HistoryEvent {
  return {
    type: `${type}StateExited`,
    details: { stateExitedEventDetails: { name, output, outputDetails: whole } },
  };
}

const resourceOf = (state: TaskState) => ({
  resourceType: 'lambda',
  resource: isCallback(state) ? 'invoke.waitForTaskToken' : 'invoke',
});

/** An attempt of a task begins: scheduled and started. */
export function attemptStarted(state: TaskState, region: string, parameters: unknown): HistoryEvent[] {
  const resource = resourceOf(state);
  return [
    {
      type: 'TaskScheduled',
      details: {
        taskScheduledEventDetails: { ...resource, region, parameters: JSON.stringify(parameters) },
      },
    },
    { type: 'TaskStarted', details: { taskStartedEventDetails: resource } },
  ];
}

export function taskSubmitted(state: TaskState, output: string): HistoryEvent {
  return {
    type: 'TaskSubmitted',
    details: { taskSubmittedEventDetails: { ...resourceOf(state), output, outputDetails: whole } },
  };
}

export function taskSucceeded(state: TaskState, output: string): HistoryEvent {
  return {
    type: 'TaskSucceeded',
    details: { taskSucceededEventDetails: { ...resourceOf(state), output, outputDetails: whole } },
  };
}

export function taskFailed(state: TaskState, failure: { error: string; cause?: string }): HistoryEvent {
  return { type: 'TaskFailed', details: { taskFailedEventDetails: { ...resourceOf(state), ...failure } } };
}

export function executionSucceeded(output: string): HistoryEvent {
  return {
    type: 'ExecutionSucceeded',
    details: { executionSucceededEventDetails: { output, outputDetails: whole } },
  };
}

export function executionEnded(
  type: 'ExecutionFailed' | 'ExecutionAborted',
  failure: { error?: string; cause?: string },
): HistoryEvent {
  const member = type === 'ExecutionFailed' ? 'executionFailedEventDetails' : 'executionAbortedEventDetails';
  return { type, details: { [member]: failure } };
}

/** A state of a machine, in Amazon States Language. */
export type State = Readonly<Record<string, unknown>>;

export interface DefinitionProps {
  /** `aws`, `aws-cn`: service integrations are ARNs too. */
  readonly partition: string;
  /** ARN of the function that opens the steps in which the machine waits. */
  readonly stepsFunctionArn: string;
}

/** Lambda's own faults, and any error of the handler: each call is idempotent, so trying again does no harm. */
export const retryFaults = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'States.TaskFailed',
  ],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  MaxAttempts: 8,
  JitterStrategy: 'FULL',
};

const payloadOf = (ids: readonly string[], step: string, more: State): State => ({
  'execution.$': '$$.Execution.Id',
  ...more,
  ...Object.fromEntries(ids.map((id) => [`${id}.$`, `$.${id}`])),
  step,
});

/** Calls the function for a step; payloads carry ids only. */
export const callStep = (
  { partition, stepsFunctionArn }: DefinitionProps,
  ids: readonly string[],
  step: string,
  more: State = {},
): State => ({
  Type: 'Task',
  Resource: `arn:${partition}:states:::lambda:invoke`,
  Parameters: { FunctionName: stepsFunctionArn, Payload: payloadOf(ids, step, more) },
});

/**
 * Hands its token to the function that opens the step, and goes on when the step is decided.
 *
 * @param outcomes how waits of the machine are left other than by approval: errors of `SendTaskFailure`. Retriers are
 * read before catchers: without the first one, an outcome would be retried as a failed task.
 */
export const waitInStep = (
  props: DefinitionProps,
  outcomes: readonly string[],
  ids: readonly string[],
  step: string,
  more: State = {},
): State => {
  const call = callStep(props, ids, step, { 'token.$': '$$.Task.Token', ...more });
  return {
    ...call,
    Resource: `${call['Resource']}.waitForTaskToken`,
    Retry: [{ ErrorEquals: outcomes, MaxAttempts: 0 }, retryFaults],
  };
};

/** Labelled edges by which a wait is left other than by approval. */
export const leaves = (edges: Readonly<Record<string, string>>): readonly State[] =>
  Object.entries(edges).map(([outcome, next]) => ({
    ErrorEquals: [outcome],
    ResultPath: null,
    Next: next,
  }));

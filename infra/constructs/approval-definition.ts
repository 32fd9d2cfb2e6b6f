/** A state of the approval machine, in Amazon States Language. */
type State = Readonly<Record<string, unknown>>;

export interface ApprovalDefinitionProps {
  /** `aws`, `aws-cn`: service integrations are ARNs too. */
  readonly partition: string;
  /** ARN of the function that opens steps and completes the case. */
  readonly stepsFunctionArn: string;
}

/** How a waiting step is left other than by approval; errors of `SendTaskFailure`, never retried. */
const outcomes = ['Concluded', 'Returned', 'Rejected', 'Withdrawn'];

const backoff = {
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  MaxAttempts: 8,
  JitterStrategy: 'FULL',
};

/** Lambda's own faults, and any error of the handler: each call is idempotent, so trying again does no harm. */
const retryFaults = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'States.TaskFailed',
  ],
  ...backoff,
};

/** Retriers are read before catchers: without this first one, an outcome would be retried as a failed task. */
const keepOutcomes = { ErrorEquals: outcomes, MaxAttempts: 0 };

/**
 * 审批: 单位确认 → 本级审核 → 市级复核 → 办结, with 补正, 驳回, 撤回; where no other body follows, 本级审核 concludes. Holds the shape and the waiting, never a rule:
 * each waiting state hands its token to the function that opens the step, and goes on when the step is decided.
 * The input `{tenant, caseId}` stays as it is throughout.
 */
export function approvalDefinition(props: ApprovalDefinitionProps): State {
  const invoke = (step: string, suffix: string, payload: State) => ({
    Type: 'Task',
    Resource: `arn:${props.partition}:states:::lambda:invoke${suffix}`,
    Parameters: {
      FunctionName: props.stepsFunctionArn,
      Payload: {
        'execution.$': '$$.Execution.Id',
        ...payload,
        'tenant.$': '$.tenant',
        'caseId.$': '$.caseId',
        step,
      },
    },
    ResultPath: null,
  });
  const wait = (comment: string, step: string, approved: string, others: Record<string, string>): State => ({
    Comment: comment,
    ...invoke(step, '.waitForTaskToken', { 'token.$': '$$.Task.Token' }),
    Retry: [keepOutcomes, retryFaults],
    Catch: Object.entries({ ...others, Withdrawn: 'Withdrawn' }).map(([outcome, next]) => ({
      ErrorEquals: [outcome],
      ResultPath: null,
      Next: next,
    })),
    Next: approved,
  });
  return {
    Comment: '云资源申请审批',
    StartAt: 'UnitConfirmation',
    States: {
      UnitConfirmation: wait('单位确认', 'unitConfirmation', 'LocalReview', { Returned: 'Correction' }),
      LocalReview: wait('本级审核', 'localReview', 'CityRecheck', {
        Concluded: 'Complete',
        Returned: 'Correction',
        Rejected: 'Rejected',
      }),
      CityRecheck: wait('市级复核', 'cityRecheck', 'Complete', { Returned: 'LocalReview' }),
      Correction: wait('补正', 'correction', 'UnitConfirmation', {}),
      Complete: { Comment: '办结', ...invoke('complete', '', {}), Retry: [retryFaults], End: true },
      Rejected: { Comment: '驳回', Type: 'Succeed' },
      Withdrawn: { Comment: '撤回', Type: 'Succeed' },
    },
  };
}

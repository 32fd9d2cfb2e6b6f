/** A state of the provisioning machine, in Amazon States Language. */
type State = Readonly<Record<string, unknown>>;

export interface ProvisioningDefinitionProps {
  /** `aws`, `aws-cn`: service integrations are ARNs too. */
  readonly partition: string;
  /** ARN of the function that opens the waits. */
  readonly stepsFunctionArn: string;
}

/** The last batch; how `Batch` is left other than for the next one. */
const concluded = 'Concluded';

const faults = {
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

/**
 * 开通: 三方确认（有规定的）→ 逐批开通 → 已开通. Holds the shape and the waiting, never a rule. The input is
 * `{tenant, orderId, confirmation, at: {batch}}`; a batch that is open answers the number of the next one.
 */
export function provisioningDefinition({ partition, stepsFunctionArn }: ProvisioningDefinitionProps): State {
  const wait = (comment: string, step: string, payload: State): State => ({
    Comment: comment,
    Type: 'Task',
    Resource: `arn:${partition}:states:::lambda:invoke.waitForTaskToken`,
    Parameters: {
      FunctionName: stepsFunctionArn,
      Payload: {
        'execution.$': '$$.Execution.Id',
        'token.$': '$$.Task.Token',
        'tenant.$': '$.tenant',
        'orderId.$': '$.orderId',
        step,
        ...payload,
      },
    },
    Retry: [{ ErrorEquals: [concluded], MaxAttempts: 0 }, faults],
  });
  return {
    Comment: '云资源开通',
    StartAt: 'ConfirmationAsked',
    States: {
      ConfirmationAsked: {
        Comment: '本市是否要求三方确认',
        Type: 'Choice',
        Choices: [{ Variable: '$.confirmation', BooleanEquals: true, Next: 'Confirmation' }],
        Default: 'Batch',
      },
      Confirmation: { ...wait('三方确认', 'confirmation', {}), ResultPath: null, Next: 'Batch' },
      Batch: {
        ...wait('分批开通', 'batch', { 'batch.$': '$.at.batch' }),
        ResultPath: '$.at',
        Catch: [{ ErrorEquals: [concluded], ResultPath: null, Next: 'Opened' }],
        Next: 'Batch',
      },
      Opened: { Comment: '已开通', Type: 'Succeed' },
    },
  };
}

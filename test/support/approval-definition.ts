const resource = 'arn:aws-cn:states:::lambda:invoke';
const functionName = 'arn:aws-cn:lambda:cn-north-1:000000000000:function:yunwangtong-cases-steps';
const serviceErrors = ['Lambda.ServiceException', 'Lambda.TooManyRequestsException', 'Lambda.Unknown'];

const step = (name: string, next: string, edges: Record<string, string>) => ({
  Type: 'Task',
  Resource: `${resource}.waitForTaskToken`,
  Parameters: {
    FunctionName: functionName,
    Payload: {
      'execution.$': '$$.Execution.Id',
      'token.$': '$$.Task.Token',
      'tenant.$': '$.tenant',
      'caseId.$': '$.caseId',
      step: name,
    },
  },
  ResultPath: null,
  Retry: [
    {
      ErrorEquals: serviceErrors,
      IntervalSeconds: 2,
      MaxAttempts: 6,
      BackoffRate: 2,
      JitterStrategy: 'FULL',
    },
  ],
  Catch: Object.entries(edges).map(([error, to]) => ({ ErrorEquals: [error], Next: to, ResultPath: null })),
  Next: next,
});

/** The shape of the approval machine as the templates hold it. */
export const approvalDefinition = {
  Comment: '申请审批',
  StartAt: 'UnitConfirmation',
  States: {
    UnitConfirmation: step('unitConfirmation', 'LocalReview', {
      Returned: 'Correction',
      Withdrawn: 'Withdrawn',
    }),
    LocalReview: step('localReview', 'CityRecheck', {
      Returned: 'Correction',
      Rejected: 'Rejected',
      Withdrawn: 'Withdrawn',
    }),
    CityRecheck: step('cityRecheck', 'Complete', { Returned: 'LocalReview', Withdrawn: 'Withdrawn' }),
    Correction: step('correction', 'UnitConfirmation', { Withdrawn: 'Withdrawn' }),
    Complete: {
      Type: 'Task',
      Resource: resource,
      Parameters: {
        FunctionName: functionName,
        Payload: {
          'execution.$': '$$.Execution.Id',
          'tenant.$': '$.tenant',
          'caseId.$': '$.caseId',
          step: 'complete',
        },
      },
      ResultPath: null,
      Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 }],
      End: true,
    },
    Rejected: { Type: 'Succeed', Comment: '驳回' },
    Withdrawn: { Type: 'Succeed', Comment: '撤回' },
  },
};

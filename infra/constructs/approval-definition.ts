import {
  callStep,
  type DefinitionProps,
  leaves,
  retryFaults,
  type State,
  waitInStep,
} from './machine-states.ts';

/** How a waiting step is left other than by approval; errors of `SendTaskFailure`, never retried. */
const outcomes = ['Concluded', 'Returned', 'Rejected', 'Withdrawn'];
const ids = ['tenant', 'caseId'];

/**
 * 审批: 单位确认 → 本级审核 → 市级复核 → 办结, with 补正, 驳回, 撤回; where no other body follows, 本级审核 concludes. Holds the shape and the waiting, never a rule:
 * each waiting state hands its token to the function that opens the step, and goes on when the step is decided.
 * The input `{tenant, caseId}` stays as it is throughout.
 */
export function approvalDefinition(props: DefinitionProps): State {
  const wait = (comment: string, step: string, approved: string, others: Record<string, string>): State => ({
    Comment: comment,
    ...waitInStep(props, outcomes, ids, step),
    ResultPath: null,
    Catch: leaves({ ...others, Withdrawn: 'Withdrawn' }),
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
      Complete: {
        Comment: '办结',
        ...callStep(props, ids, 'complete'),
        ResultPath: null,
        Retry: [retryFaults],
        End: true,
      },
      Rejected: { Comment: '驳回', Type: 'Succeed' },
      Withdrawn: { Comment: '撤回', Type: 'Succeed' },
    },
  };
}

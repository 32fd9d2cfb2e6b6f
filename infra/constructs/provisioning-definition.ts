import { type DefinitionProps, leaves, type State, waitInStep } from './machine-states.ts';

/** The last batch; how `Batch` is left other than for the next one. */
const outcomes = ['Concluded'];
const ids = ['tenant', 'orderId'];

/**
 * 开通: 三方确认（有规定的）→ 逐批开通 → 已开通. Holds the shape and the waiting, never a rule. The input is
 * `{tenant, orderId, confirmation, at: {batch}}`; a batch that is open answers the number of the next one.
 */
export const provisioningDefinition = (props: DefinitionProps): State => ({
  Comment: '云资源开通',
  StartAt: 'ConfirmationAsked',
  States: {
    ConfirmationAsked: {
      Comment: '本市是否要求三方确认',
      Type: 'Choice',
      Choices: [{ Variable: '$.confirmation', BooleanEquals: true, Next: 'Confirmation' }],
      Default: 'Batch',
    },
    Confirmation: {
      Comment: '三方确认',
      ...waitInStep(props, outcomes, ids, 'confirmation'),
      ResultPath: null,
      Next: 'Batch',
    },
    Batch: {
      Comment: '分批开通',
      ...waitInStep(props, outcomes, ids, 'batch', { 'batch.$': '$.at.batch' }),
      ResultPath: '$.at',
      Catch: leaves({ Concluded: 'Opened' }),
      Next: 'Batch',
    },
    Opened: { Comment: '已开通', Type: 'Succeed' },
  },
});

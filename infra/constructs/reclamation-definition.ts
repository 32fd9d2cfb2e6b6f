import { type DefinitionProps, leaves, type State, waitInStep } from './machine-states.ts';

const outcomes = ['Restored', 'ErasureAsked', 'Concluded'];
const ids = ['tenant', 'reclamationId'];

/**
 * 回收: 通知和恢复期 → 云服务商执行 → 双方确认清除（有规定的）→ 关停证明（有规定的）→ 已回收, and 已恢复 while there is time.
 * Holds the shape and the waiting, never a rule and no clock: that a person has decided and nobody has restored is looked
 * up by the function of each step. The input `{tenant, reclamationId}` stays as it is throughout.
 */
export const reclamationDefinition = (props: DefinitionProps): State => {
  const wait = (comment: string, step: string, next: string, others: Record<string, string> = {}): State => ({
    Comment: comment,
    ...waitInStep(props, outcomes, ids, step),
    ResultPath: null,
    ...(Object.keys(others).length > 0 ? { Catch: leaves(others) } : {}),
    Next: next,
  });
  return {
    Comment: '云资源回收',
    StartAt: 'Notice',
    States: {
      Notice: wait('通知和恢复期', 'notice', 'Execution', { Restored: 'Restored' }),
      Execution: wait('云服务商执行回收', 'execution', 'Certificate', {
        ErasureAsked: 'Erasure',
        Concluded: 'Reclaimed',
      }),
      Erasure: wait('双方确认数据清除', 'erasure', 'Certificate', { Concluded: 'Reclaimed' }),
      Certificate: wait('出具关停证明', 'certificate', 'Reclaimed'),
      Reclaimed: { Comment: '已回收', Type: 'Succeed' },
      Restored: { Comment: '已恢复使用', Type: 'Succeed' },
    },
  };
};

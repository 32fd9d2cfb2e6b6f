import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { CaseState, Task } from './case-state.ts';

/** A purchase beside the cloud of something that the catalogue offers. */
export interface DuplicateFound {
  /** Row of 另行采购内容, from 1. */
  readonly purchase: number;
  readonly item: string;
  /** Names of the products that the catalogue offers for it. */
  readonly offered: readonly string[];
}

/** Why a purchase is held not to be what the catalogue offers. */
export interface NonEquivalence {
  readonly purchase: number;
  readonly reason: string;
}

const answeredIn = (tasks: CaseState['tasks'], round: Task['round']): readonly number[] =>
  tasks
    .filter((task) => task.round === round)
    .flatMap(({ decision }) => decision?.nonEquivalence ?? [])
    .map(({ purchase }) => purchase);

/**
 * Every duplicate purchase needs a reason why it is not equivalent, from this reviewer or from one before in the same
 * round; without one the application is returned or rejected (yc-cloud-5-2).
 */
export const checkDuplicates = (
  duplicates: readonly DuplicateFound[],
  reasons: readonly NonEquivalence[],
  state: Pick<CaseState, 'tasks'>,
  round: number,
): FieldRefusal[] => {
  const found = new Set(duplicates.map(({ purchase }) => purchase));
  const answered = new Set([...reasons.map(({ purchase }) => purchase), ...answeredIn(state.tasks, round)]);
  const strange = reasons.flatMap(({ purchase }, index) =>
    found.has(purchase)
      ? []
      : [
          {
            pointer: `/nonEquivalence/${index}/purchase`,
            code: 'no-duplicate',
            message: `另行采购内容第 ${purchase} 项与目录没有重复，请删除这条理由。`,
          },
        ],
  );
  const open = duplicates
    .filter(({ purchase }) => !answered.has(purchase))
    .map(({ item, offered }) => ({
      pointer: '/nonEquivalence',
      code: 'duplicate-purchase',
      message: `另行采购的“${item}”与统一服务目录中的“${offered.join('、')}”可能重复，请写明两者不等同的理由，或退回、驳回。`,
      clause: 'yc-cloud-5-2',
    }));
  return [...strange, ...open];
};

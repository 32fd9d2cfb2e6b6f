import type { Refusal } from '#shared/kernel/refusal.ts';
import type { CaseState, Task } from './case-state.ts';
import type { DecideTask } from './decision.ts';
import { invalidDecision } from './judge-decision.ts';
import { isReview } from './who-may.ts';

/** 旧资源退出: not before the new is live, unless the unit has said why (kf-cloud-18-3). */
export const objectionToExit = (
  { verb, successor }: Pick<DecideTask, 'verb' | 'successor'>,
  task: Pick<Task, 'step'>,
  { linked }: Pick<CaseState, 'linked'>,
): Refusal | undefined => {
  if (verb !== 'approve' || linked?.as !== 'application' || !isReview(task)) return undefined;
  return successor && (successor.live || successor.earlyReason.trim() !== '')
    ? undefined
    : invalidDecision({
        pointer: '/verb',
        code: 'successor-not-live',
        message:
          '同步办理的新资源还没有全部上线，旧资源不能先行退出。请等上线后再办，或退回由申请单位写明先行退出的理由。',
        clause: 'kf-cloud-18-3',
      });
};

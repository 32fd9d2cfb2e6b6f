import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { actedFor } from './case-context.ts';
import type { ScaleJudged } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import type { DecideTask } from './decision.ts';
import { invalidDecision } from './judge-decision.ts';
import { isReview } from './who-may.ts';

type Judging = Pick<DecideTask, 'verb' | 'opinion' | 'scale' | 'saidScale'>;

/**
 * 变更认定: a reviewer may judge a change's scale otherwise than the unit, with the opinion as the reason. One that is
 * major after all goes back to the unit, which hands in what a major one asks for (yc-cloud-18-3, kf-cloud-18-3).
 */
export const objectionToScale = (
  { verb, opinion, scale, saidScale }: Judging,
  task: Pick<Task, 'step' | 'question'>,
  { judged }: Pick<CaseState, 'judged'>,
  { checks }: Pick<CloudApplicationRules, 'checks'>,
): Refusal | undefined => {
  const rule = checks?.change;
  if (scale !== undefined && (!rule || !isReview(task) || task.question !== undefined))
    return invalidDecision({
      pointer: '/scale',
      code: 'not-judging',
      message: '只有变更申请的审核环节可以认定变更类别，请删除。',
    });
  if (!rule) return undefined;
  const { clause } = rule.major;
  if (scale !== undefined && !opinion)
    return invalidDecision({
      pointer: '/opinion',
      code: 'required',
      message: '认定变更类别须写明理由，请填写意见。',
      clause,
    });
  return verb === 'approve' && saidScale === 'minor' && (scale ?? judged?.scale) === 'major'
    ? invalidDecision({
        pointer: '/scale',
        code: 'major-must-return',
        message: '认定为重大变更的，请退回申请单位，按重大变更补齐材料后再审核。',
        clause,
      })
    : undefined;
};

/** What the record keeps of it. */
export const judgeScale = (
  { scale }: Pick<Judging, 'scale'>,
  { holder }: Pick<Task, 'holder'>,
  actor: Actor,
  at: string,
): readonly ScaleJudged[] =>
  scale === undefined ? [] : [{ type: 'ScaleJudged', judgement: { scale, at, by: actedFor(actor, holder) } }];

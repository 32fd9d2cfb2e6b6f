import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided } from './case-context.ts';
import type { CommentFile } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import type { Colleague } from './transfer-task.ts';
import { isApplicant, reviews } from './who-may.ts';

/** Most people who may read a case beside those who hold it. */
const mostReaders = 60;

const isOver = ({ flow }: CaseState): boolean =>
  flow.at === 'completed' || flow.at === 'rejected' || flow.at === 'withdrawn';

/** Who may add to a case: its unit, and those who review it; whoever only looks on, reads along or audits does not. */
export const mayComment = (actor: Actor, state: CaseState): boolean =>
  isApplicant(actor, state) || (state.round > 0 && reviews(actor));

/** Who may let others read along: those who review it. */
export const mayCopy = (actor: Actor, state: CaseState): boolean =>
  !isApplicant(actor, state) && state.round > 0 && reviews(actor);

/** Why the actor may add no word now; undefined when they may. */
export const objectionToComment = (state: CaseState, actor: Actor): Refusal | undefined => {
  if (!mayComment(actor, state)) return { code: 'not-allowed', detail: '只有申请单位和审核人员可以附言。' };
  if (state.flow.at === 'draft') return { code: 'not-editable', detail: '草稿还没有送出，不需要附言。' };
  return isOver(state) ? { code: 'not-editable', detail: '办件已有最终结果，不能再附言。' } : undefined;
};

/** 附言: a word beside the decisions, and what goes with it; not once the case is over. */
export const addComment = (
  text: string,
  files: readonly (CommentFile | undefined)[],
  state: CaseState,
  actor: Actor,
): Decided => {
  const objection = objectionToComment(state, actor);
  if (objection) return refuse(objection);
  const errors = files.flatMap((file, index): FieldRefusal[] =>
    file
      ? []
      : [
          {
            pointer: `/files/${index}`,
            code: 'not-uploaded',
            message: '没有这个附件，或已用于其他附言，请重新上传。',
          },
        ],
  );
  if (errors.length > 0)
    return refuse({ code: 'decision-invalid', detail: '请按下列提示修改后再发表。', errors });
  return accept([{ type: 'CommentAdded', text, files: files.flatMap((file) => file ?? []) }]);
};

/** 抄送: named colleagues of the reviewers may read the case from now on; they decide nothing in it. */
export const copyCase = (
  readers: readonly (Colleague | undefined)[],
  state: CaseState,
  actor: Actor,
): Decided => {
  if (!mayCopy(actor, state)) return refuse({ code: 'not-allowed', detail: '只有审核人员可以抄送。' });
  const errors = readers.flatMap((reader, index): FieldRefusal[] =>
    reader
      ? []
      : [{ pointer: `/readers/${index}`, code: 'not-a-reader', message: '没有这个人，请重新选择。' }],
  );
  if (errors.length > 0)
    return refuse({ code: 'decision-invalid', detail: '请按下列提示修改后再抄送。', errors });
  const ids = [...new Set(readers.flatMap((reader) => reader?.membershipId ?? []))];
  if ((state.readers?.length ?? 0) + ids.length > mostReaders)
    return refuse({ code: 'decision-invalid', detail: `一件最多抄送 ${mostReaders} 人。` });
  return accept([{ type: 'CaseCopied', readers: ids }]);
};

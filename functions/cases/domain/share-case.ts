import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided } from './case-context.ts';
import type { CaseState } from './case-state.ts';
import type { Colleague } from './transfer-task.ts';
import { isApplicant, looksInto } from './who-may.ts';

/** Most people who may read a case beside those who hold it. */
const mostReaders = 60;

const isOver = ({ flow }: CaseState): boolean =>
  flow.at === 'completed' || flow.at === 'rejected' || flow.at === 'withdrawn';

/** An audit administrator reads and does nothing else. */
export const mayComment = (actor: Actor): boolean => !actor.roles.includes('audit.admin');

/** Reviewers pass a case on to be read; the unit, its readers and auditors do not. */
export const mayCopy = (actor: Actor, state: CaseState): boolean =>
  mayComment(actor) && state.round > 0 && !isApplicant(actor, state) && looksInto(actor, state.tenant);

/** 附言: a word beside the decisions, for everybody who sees the case; not once it is over. */
export const addComment = (text: string, state: CaseState, actor: Actor): Decided => {
  if (!mayComment(actor)) return refuse({ code: 'not-allowed', detail: '审计管理员只能查看，不能附言。' });
  if (state.flow.at === 'draft')
    return refuse({ code: 'not-editable', detail: '草稿还没有送出，不需要附言。' });
  if (isOver(state)) return refuse({ code: 'not-editable', detail: '办件已有最终结果，不能再附言。' });
  return accept([{ type: 'CommentAdded', text }]);
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

import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { KindAct } from '#shared/regulation/profile.ts';
import { actedAs, type Decided, type DecisionContext } from './case-context.ts';
import type { CaseState } from './case-state.ts';
import { preparingRole } from './who-may.ts';

/** Systems that keep a provider from leaving. */
export interface LeftBehind {
  readonly inUse: readonly string[];
  readonly unerased: readonly string[];
}

const mostNamed = 10;

const named = (systems: readonly string[]): string =>
  systems.length > mostNamed
    ? `${systems.slice(0, mostNamed).join('、')}等 ${systems.length} 个系统`
    : systems.join('、');

/** A provider has not left while systems on its cloud are not migrated, or their erasure is not confirmed by both sides (kf-cloud-11-1). */
export const objectionToLeaving = ({ inUse, unerased }: LeftBehind): Refusal | undefined => {
  const reasons = [
    ...(inUse.length > 0 ? [`尚未迁移的系统：${named(inUse)}`] : []),
    ...(unerased.length > 0 ? [`数据清除尚未由双方确认的系统：${named(unerased)}`] : []),
  ];
  return reasons.length === 0
    ? undefined
    : { code: 'systems-left', detail: `还不能办结退出。${reasons.join('；')}。请配合使用单位办完后再办结。` };
};

export interface RecordAct {
  readonly act: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** What is wrong with the content by the act's own declaration. */
  readonly problems: readonly FieldRefusal[];
}

/** The next act of an approved matter; undefined while it is not approved, and once all are recorded. */
export const nextAct = (
  { flow, acts = [] }: Pick<CaseState, 'flow' | 'acts'>,
  { rules }: Pick<DecisionContext, 'rules'>,
): KindAct | undefined =>
  flow.at === 'completed' ? rules.acts?.find(({ id }) => !acts.some((done) => done.id === id)) : undefined;

/** 办后事项: recorded by the applicant, in order, each once, and never before the approval (kf-cloud-23-2). */
export const recordAct = (
  { act: wanted, content, problems }: RecordAct,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  const act = context.rules.acts?.find(({ id }) => id === wanted);
  if (!act) return refuse({ code: 'not-found', detail: '这类办件没有这一办后事项。' });
  const role = preparingRole(actor, state);
  if (role === undefined) return refuse({ code: 'not-allowed', detail: '办后事项由申请单位经办人登记。' });
  if (state.flow.at !== 'completed')
    return refuse({ code: 'not-approved', detail: `本件还没有审核通过，不能登记“${act.title}”。` });
  const next = nextAct(state, context);
  if (next?.id !== act.id)
    return refuse({
      code: 'act-recorded',
      detail: state.acts?.some(({ id }) => id === act.id)
        ? `“${act.title}”已经登记过。`
        : `请先登记“${next?.title ?? ''}”。`,
    });
  if (problems.length > 0)
    return refuse({ code: 'decision-invalid', detail: '请按下列提示补全后再登记。', errors: problems });
  return accept([
    {
      type: 'ActRecorded',
      act: { id: act.id, at: context.now, by: actedAs(actor, role) },
      title: act.title,
      content,
    },
  ]);
};

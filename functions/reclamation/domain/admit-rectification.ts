import { type ActingPerson, actingPerson, isSamePerson } from '#shared/kernel/acting-person.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { PlanParty, ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { missingOpinions } from './act-on-disposal.ts';
import {
  openDisposal,
  type Rectification,
  type RectificationActKind,
  type RectificationStatus,
  rectificationStatus,
  unansweredStatements,
} from './rectification-state.ts';
import { notNow } from './refuse-act.ts';
import { isDepartment } from './who-may.ts';
import { mayAct } from './who-may-rectify.ts';

interface RectificationAct {
  /** States that offer it; who may is the other half of the table, in `who-may-rectify.ts`. */
  readonly from: readonly RectificationStatus[];
  /** Said to whoever's it is not. */
  readonly theirs: string;
  /** What they may not have done themselves. */
  readonly after?: (state: Rectification) => readonly ActingPerson[];
}

const recorder = ({ recorded }: Rectification) => [recorded.by];
const proposer = (state: Rectification) => {
  const disposal = openDisposal(state);
  return disposal ? [disposal.by] : [];
};

const acts: Readonly<Record<RectificationActKind, RectificationAct>> = {
  warn: { from: ['proposed'], theirs: '警告由主管部门审核。', after: recorder },
  dismiss: { from: ['proposed'], theirs: '警告由主管部门审核。', after: recorder },
  state: { from: ['required', 'warned', 'suspended'], theirs: '整改说明由使用部门提交。' },
  judge: {
    from: ['required', 'warned', 'suspended'],
    theirs: '整改结果由运行管理方复核。',
    after: (state) => unansweredStatements(state).map(({ by }) => by),
  },
  propose: { from: ['warned', 'suspended'], theirs: '处置意见由运行管理方提出。' },
  review: { from: ['deciding'], theirs: '处置方案由专家和使用单位评审。', after: proposer },
  decide: { from: ['deciding'], theirs: '处置由主管部门批准。', after: proposer },
};

export const rectificationActs = Object.keys(acts) as readonly RectificationActKind[];

const waitsFor: Readonly<Record<RectificationStatus, string>> = {
  required: '整合期限还没有到',
  proposed: '还在等主管部门审核',
  dismissed: '主管部门没有同意警告',
  warned: '正在整改',
  deciding: '处置意见正在等主管部门批准',
  executing: '处置已经批准，正在执行',
  suspended: '已经暂停使用',
  rectified: '已经完成整改',
  disposed: '已经处置',
};

/** 评审方 for which the actor speaks. */
export const partyOf = (actor: Actor, state: Rectification): PlanParty =>
  isDepartment(actor, state) ? 'unit' : 'expert';

/** Statements that may wait for an answer at once; all that was said lies in one item of the table. */
const mostUnanswered = 3;

/** What of the facts stands against it. */
const hindrance = (
  state: Rectification,
  act: RectificationActKind,
  { actor, rules, today }: Asking,
): string | undefined => {
  const unanswered = unansweredStatements(state).length;
  switch (act) {
    case 'state':
      return unanswered < mostUnanswered
        ? undefined
        : `已有 ${unanswered} 份说明在等运行管理方复核，请等复核后再提交。`;
    case 'propose':
      if (state.due && today <= state.due.dueOn)
        return `整改期限到 ${state.due.dueOn} 止，逾期未改的才能提出处置意见。`;
      return unanswered === 0
        ? undefined
        : '使用部门提交的说明还没有复核，请先复核，尚未完成的再提出处置意见。';
    case 'review': {
      const party = partyOf(actor, state);
      if (!rules.planReview?.value.includes(party)) return '本市规则不要求这一方评审处置方案。';
      return missingOpinions(state, rules).includes(party) ? undefined : '这一方已经评审过。';
    }
    default:
      return undefined;
  }
};

/** By whom, under which rules and on which day an act is asked for. */
export interface Asking {
  readonly actor: Actor;
  readonly rules: ReclamationRules;
  /** In Shanghai. */
  readonly today: LocalDate;
}

const ownMatter = refuse<Refusal>({
  code: 'own-matter',
  detail: '本人登记、提出或提交的，须由另一人办理，以另一身份登录也不能办理。',
});

/**
 * Whether an act is this actor's now, whatever they would write in it. What a page offers and what the door lets through
 * are both decided here.
 */
export const admitAct = (
  state: Rectification,
  act: RectificationActKind,
  asking: Asking,
): Result<undefined, Refusal> => {
  const { from, theirs, after } = acts[act];
  if (!mayAct(asking.actor, state, act, asking.rules)) return refuse({ code: 'not-allowed', detail: theirs });
  const status = rectificationStatus(state);
  if (!from.includes(status)) return notNow(`这一事项${waitsFor[status]}，现在不能办理这一步。`);
  const hindered = hindrance(state, act, asking);
  if (hindered !== undefined) return notNow(hindered);
  const self = actingPerson(asking.actor);
  return after?.(state).some((one) => isSamePerson(one, self)) ? ownMatter : accept(undefined);
};

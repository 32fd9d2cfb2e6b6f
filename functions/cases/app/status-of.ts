import type { CaseStatus } from '#shared/contracts/cases.ts';
import type { CaseState } from '../domain/case-state.ts';
import { profileRules } from './application-rules.ts';

export const stepStatus = {
  unitConfirmation: 'confirming',
  localReview: 'reviewing',
  cityRecheck: 'rechecking',
  correction: 'correcting',
} as const satisfies Record<string, CaseStatus>;

/** The one word that people see for where a case stands. */
export const statusOf = ({ flow }: Pick<CaseState, 'flow'>): CaseStatus =>
  flow.at === 'step' ? stepStatus[flow.step] : flow.at;

const statusLabels: Readonly<Record<CaseStatus, string>> = {
  draft: '草稿',
  confirming: '待单位确认',
  reviewing: '审核中',
  rechecking: '复核中',
  correcting: '待补正',
  moving: '流转中',
  completed: '已办结',
  rejected: '已驳回',
  withdrawn: '已撤回',
};

type Labelled = Pick<CaseState, 'tenant' | 'kind' | 'ruleVersion' | 'flow' | 'round'>;

/** Reviews are called as the case's own route calls them: who reviews differs by city and applicant. */
const reviewing: ReadonlySet<string> = new Set(['localReview', 'cityRecheck']);

const reviewLabel = (state: Labelled): string | undefined => {
  const { flow } = state;
  if (flow.at !== 'step' || !reviewing.has(flow.step)) return undefined;
  const applicable = profileRules(state);
  const title = applicable.ok && applicable.value.route.steps.find(({ id }) => id === flow.step)?.title;
  return title ? `${title}中` : undefined;
};

/** What people call it; a draft that never went anywhere is not taken back but dropped. */
export const statusLabelOf = (state: Labelled): string =>
  state.flow.at === 'withdrawn' && state.round === 0
    ? '已作废'
    : (reviewLabel(state) ?? statusLabels[statusOf(state)]);

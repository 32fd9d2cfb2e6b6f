import type { CaseStatus } from '#shared/contracts/cases.ts';
import type { CaseState } from '../domain/case-state.ts';

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
  reviewing: '本级审核中',
  rechecking: '市级复核中',
  correcting: '待补正',
  moving: '流转中',
  completed: '已办结',
  rejected: '已驳回',
  withdrawn: '已撤回',
};

/** What people call it; a draft that never went anywhere is not taken back but dropped. */
export const statusLabelOf = (state: Pick<CaseState, 'flow' | 'round'>): string =>
  state.flow.at === 'withdrawn' && state.round === 0 ? '已作废' : statusLabels[statusOf(state)];

import type { CaseView } from '#shared/contracts/cases.ts';
import type { Outcome, RouteStep } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';

const labels: Readonly<Record<Outcome, string>> = {
  Approved: '通过',
  Concluded: '通过',
  Returned: '退回',
  Rejected: '驳回',
  Withdrawn: '撤回',
};

const stateOf = (state: CaseState, step: RouteStep): 'done' | 'now' | 'next' => {
  const { flow } = state;
  if (flow.at === 'step' && flow.step === step.id) return 'now';
  if (flow.at === 'moving' && flow.to === step.id) return 'now';
  const last = state.steps.findLast((visit) => visit.step === step.id);
  return last?.outcome === 'Approved' || last?.outcome === 'Concluded' ? 'done' : 'next';
};

/** The case's line of steps: each with its visits; 补正 shows only once it has been needed. */
export const viewRoute = (state: CaseState, steps: readonly RouteStep[]): CaseView['route'] =>
  steps
    .filter((step) => step.id !== 'correction' || state.steps.some((visit) => visit.step === 'correction'))
    .map((step) => ({
      step: step.id,
      title: step.title,
      clause: step.clause,
      state: stateOf(state, step),
      visits: state.steps
        .filter((visit) => visit.step === step.id)
        .map(({ openedAt, closedAt, outcome }) => ({
          openedAt,
          ...(closedAt === undefined ? {} : { closedAt }),
          ...(outcome === undefined ? {} : { outcomeLabel: labels[outcome] }),
        })),
    }));

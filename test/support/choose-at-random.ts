import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { between, chance } from './seeded.ts';

/** When a clerk takes the application back: after so many decisions, and how that meets the others' work. */
export interface WithdrawalPlan {
  readonly afterDecisions: number;
  /** At once, as a rule while the case is moving; with a task open; or at the same moment as the next decision. */
  readonly moment: 'atOnce' | 'whileOpen' | 'racing';
}

const mostVisits = 12;

/** What one application's people will do, fixed by the seed and the application's number. */
export const choicesFor = (seed: number, application: number) => {
  const share = (...what: readonly (string | number)[]) => chance(seed, application, ...what);
  const moments = ['atOnce', 'whileOpen', 'racing'] as const;
  const withdrawal: WithdrawalPlan | undefined =
    share('withdraw') < 0.3
      ? {
          afterDecisions: between(0, 6, share('withdraw after')),
          moment: moments[between(0, 2, share('withdraw moment'))] ?? 'atOnce',
        }
      : undefined;

  /** Mostly on, sometimes back, seldom no; an application that has gone round often enough is let through. */
  const verbFor = ({ taskId, verbs }: Pick<TaskView, 'taskId' | 'verbs'>) => {
    if (Number(taskId.split('-')[0]) > mostVisits) return 'approve';
    const drawn = share('verb', taskId);
    if (drawn < 0.2) return 'return';
    return drawn < 0.28 && verbs.includes('reject') ? 'reject' : 'approve';
  };
  return { withdrawal, verbFor };
};

export type Choices = ReturnType<typeof choicesFor>;

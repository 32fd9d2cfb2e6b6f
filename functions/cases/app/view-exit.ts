import type { CaseState } from '../domain/case-state.ts';
import type { CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';

/** How it stands with the exit beside an application: since when it has been asked for, and when it ended without it. */
export interface ExitStanding {
  readonly askedAt?: string;
  /** Rejected or withdrawn. */
  readonly givenUpAt?: string;
}

const endedAt = ({ steps, updatedAt }: CaseState): string => steps.at(-1)?.closedAt ?? updatedAt;

const standingOf = (state: CaseState): ExitStanding => {
  const { flow, tasks } = state;
  const asked = tasks.find(
    ({ step, decision }) => step === 'unitConfirmation' && decision?.outcome === 'approve',
  )?.decision?.at;
  const over = flow.at === 'rejected' || flow.at === 'withdrawn';
  return {
    ...(asked === undefined ? {} : { askedAt: asked }),
    ...(over ? { givenUpAt: endedAt(state) } : {}),
  };
};

/** Of one that is not there, nothing is said. */
export const viewExit = async (
  { cases }: Pick<CaseServices, 'cases'>,
  ref: CaseRef,
): Promise<ExitStanding> => {
  const loaded = await cases.load(ref);
  return loaded ? standingOf(loaded.state) : {};
};

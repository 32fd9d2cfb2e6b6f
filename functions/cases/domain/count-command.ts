import { agreesAmongOthers, type CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';

/** Whether anything came of a command that somebody who looks at the case would have to know. */
const hasMoved = (events: readonly CaseEvent[]): boolean =>
  events.some(({ type }) => type !== 'TaskReminded' && type !== 'ReminderMoved');

/** What one of several signers leaves who must all agree, and an urging, change nothing that the others look at. */
const leavesMatter = (events: readonly CaseEvent[]): boolean =>
  agreesAmongOthers(events) || events.every(({ type }) => type === 'TaskUrged');

/** The state with the version and the time that a command leaves behind. */
export const countCommand = (
  { standsSince, ...state }: CaseState,
  before: CaseState | undefined,
  events: readonly CaseEvent[],
  at: string,
): CaseState => {
  const seen = before?.version ?? 0;
  const stands = standsSince === undefined ? {} : { standsSince };
  if (!hasMoved(events)) return { ...state, ...stands };
  const next = { ...state, version: seen + 1, updatedAt: at };
  return leavesMatter(events) ? { ...next, standsSince: standsSince ?? seen } : next;
};

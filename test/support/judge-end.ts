import { isDeepStrictEqual } from 'node:util';
import type { CaseEnd } from './check-end.ts';
import type { Believed } from './play-at-random.ts';

const stateNames: Readonly<Record<string, string>> = {
  unitConfirmation: 'UnitConfirmation',
  localReview: 'LocalReview',
  cityRecheck: 'CityRecheck',
  correction: 'Correction',
};
const lastStates = { completed: 'Complete', rejected: 'Rejected', withdrawn: 'Withdrawn' } as const;

/** The status that the people's own decisions lead to. */
function expectedStatus({ withdrawn, decided }: Believed): keyof typeof lastStates {
  if (withdrawn) return 'withdrawn';
  return decided.at(-1)?.endsWith(' reject') ? 'rejected' : 'completed';
}

/**
 * The states entered are the steps opened and the end; only a withdrawal between two steps lets the machine enter
 * one state more, whose handler tells it so.
 */
function hasWalkedRight({ executions, steps }: CaseEnd, status: keyof typeof lastStates): boolean {
  const [execution] = executions;
  if (execution === undefined) return status === 'withdrawn' && steps.length === 0;
  const { entered } = execution;
  const opened = steps.map((step) => stateNames[String(step)]);
  const further = entered.slice(opened.length);
  const mostFurther = status === 'withdrawn' ? 2 : 1;
  return (
    execution.status === 'SUCCEEDED' &&
    executions.length === 1 &&
    isDeepStrictEqual(entered.slice(0, opened.length), opened) &&
    further.at(-1) === lastStates[status] &&
    further.length <= mostFurther
  );
}

/** What is wrong with a case's end, in words; nothing when it is what the people decided. */
export function judgeEnd(believed: Believed, end: CaseEnd): string[] {
  const status = expectedStatus(believed);
  const decided = end.decided.filter((decision) => !decision.endsWith(' withdraw'));
  const rounds = Array.from({ length: end.round }, (_, index) => index + 1);
  const facts: Readonly<Record<string, boolean>> = {
    [`is ${end.status}, not ${status}`]: end.status === status && believed.status === status,
    [`decided ${end.decided}, not ${believed.decided}`]: isDeepStrictEqual(decided, believed.decided),
    [`submitted ${end.submitted} in ${end.round} rounds`]: isDeepStrictEqual(end.submitted, rounds),
    [`completed ${end.completions} times`]: end.completions === (status === 'completed' ? 1 : 0),
    [`withdrawn ${end.withdrawals} times`]: end.withdrawals === (status === 'withdrawn' ? 1 : 0),
    'its journal is broken': end.intact,
    [`tasks ${end.unbalancedTasks} opened or closed not once`]: end.unbalancedTasks.length === 0,
    [`still with ${end.stillHeldBy}`]: end.stillHeldBy.length === 0,
    [`markers ${end.markers} left`]: end.markers.length === 0,
    [`walked ${JSON.stringify(end.executions)} over ${end.steps}`]: hasWalkedRight(end, status),
  };
  return Object.entries(facts).flatMap(([complaint, holds]) => (holds ? [] : [complaint]));
}

import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Reminder } from '#shared/regulation/reminder-schedule.ts';
import type { Clock, ObligationEvent } from './obligation-events.ts';
import type { Obligation, ObligationMove } from './obligation-state.ts';

const withMove = (obligation: Obligation, move: ObligationMove): Obligation => ({
  ...obligation,
  moves: [...obligation.moves, move],
});

const withNext = (
  { nextReminder: _before, ...obligation }: Obligation,
  next: Reminder | undefined,
): Obligation => ({
  ...obligation,
  ...(next ? { nextReminder: next } : {}),
});

/** A new date is reminded of anew. */
const withClock = ({ reminded: _before, ...obligation }: Obligation, { due, next }: Clock): Obligation =>
  withNext({ ...obligation, ...(due ? { due } : {}) }, next);

type Said = Exclude<
  ObligationEvent,
  {
    type:
      | 'ObligationOpened'
      | 'ObligationReminded'
      | 'ReminderMoved'
      | 'DueRecomputed'
      | 'ObligationEnded'
      | 'ObligationPerformed';
  }
>;

const evolveSaid = (obligation: Obligation, event: Said, at: string): Obligation => {
  const { by, text } = event;
  const on = shanghaiDateOf(new Date(at));
  switch (event.type) {
    case 'LapseExplained': {
      const { wantedUntil } = event;
      return withMove(obligation, {
        kind: 'explained',
        at,
        by,
        text,
        ...(wantedUntil === undefined ? {} : { wantedUntil }),
      });
    }
    case 'DateSet': {
      const { as: kind, until, clock } = event;
      return withMove(withClock({ ...obligation, fixed: { until, on } }, clock), {
        kind,
        at,
        by,
        text,
        until,
      });
    }
    case 'ExplanationRefused':
      return withMove(obligation, { kind: 'refused', at, by, text });
    case 'ReclaimOrdered':
      return withMove(withNext(obligation, undefined), { kind: 'reclaimOrdered', at, by, text });
    case 'ReclaimWithdrawn':
      return withMove(withClock(obligation, event.clock), { kind: 'reclaimWithdrawn', at, by, text });
    case 'ObligationPaused':
      return withMove(withNext({ ...obligation, pauses: [...obligation.pauses, { from: on }] }, undefined), {
        kind: 'paused',
        at,
        by,
        text,
      });
    case 'ObligationResumed': {
      const pauses = obligation.pauses.map((pause) =>
        pause.to === undefined ? { ...pause, to: on } : pause,
      );
      return withMove(withClock({ ...obligation, pauses }, event.clock), { kind: 'resumed', at, by, text });
    }
  }
};

/** The obligation after an event. */
export const evolveObligation = (
  obligation: Obligation | undefined,
  event: ObligationEvent,
  at: string,
): Obligation => {
  if (event.type === 'ObligationOpened') return event.obligation;
  if (!obligation) throw new Error('an obligation begins with its opening');
  switch (event.type) {
    case 'ObligationPerformed':
      return withNext({ ...obligation, performance: { ...event.performance, at } }, undefined);
    case 'ObligationReminded': {
      const escalated = event.escalated || (obligation.reminded?.escalated ?? false);
      return withNext({ ...obligation, reminded: { day: event.day, escalated } }, event.next);
    }
    case 'ReminderMoved':
      return withNext(obligation, event.next);
    case 'ObligationEnded': {
      const { type: _type, ...by } = event;
      return withNext({ ...obligation, ended: { at, ...by } }, undefined);
    }
    case 'DueRecomputed': {
      const { from, why, clock } = event;
      const move = { kind: 'recomputed', at, from, to: clock.due.dueOn, why } as const;
      return withMove(withNext({ ...obligation, due: clock.due }, clock.next), move);
    }
    default:
      return evolveSaid(obligation, event, at);
  }
};

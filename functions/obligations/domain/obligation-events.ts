import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reminder } from '#shared/regulation/reminder-schedule.ts';
import type { Doer, Due, Obligation, Performance } from './obligation-state.ts';

/** The clock after something that moves it. */
export interface Clock {
  readonly due?: Due;
  readonly next?: Reminder;
}

export interface ObligationOpened {
  readonly type: 'ObligationOpened';
  readonly obligation: Obligation;
}
/** 履约登记. */
export interface ObligationPerformed {
  readonly type: 'ObligationPerformed';
  readonly performance: Omit<Performance, 'at'>;
}
export interface LapseExplained {
  readonly type: 'LapseExplained';
  readonly by: Doer;
  readonly text: string;
  readonly wantedUntil?: LocalDate;
}
/** A new date: with an accepted explanation, or by extension. */
export interface DateSet {
  readonly type: 'DateSet';
  readonly as: 'accepted' | 'extended';
  readonly by: Doer;
  readonly text: string;
  readonly until: LocalDate;
  readonly clock: Clock;
}
export interface ExplanationRefused {
  readonly type: 'ExplanationRefused';
  readonly by: Doer;
  readonly text: string;
}
/** 责令收回: a person's decision; who carries it out is the reclamation's matter. */
export interface ReclaimOrdered {
  readonly type: 'ReclaimOrdered';
  readonly by: Doer;
  readonly text: string;
}
/** 恢复使用: what was to be taken back was given back, and is owed as before. */
export interface ReclaimWithdrawn {
  readonly type: 'ReclaimWithdrawn';
  readonly by: Doer;
  readonly text: string;
  readonly clock: Clock;
}
export interface ObligationPaused {
  readonly type: 'ObligationPaused';
  readonly by: Doer;
  readonly text: string;
}
export interface ObligationResumed {
  readonly type: 'ObligationResumed';
  readonly by: Doer;
  readonly text: string;
  readonly clock: Clock;
}
export interface ObligationReminded {
  readonly type: 'ObligationReminded';
  readonly day: number;
  readonly escalated: boolean;
  readonly next?: Reminder;
}
/** The calendar has moved the next reminder. */
export interface ReminderMoved {
  readonly type: 'ReminderMoved';
  readonly next?: Reminder;
}
/** 期限重算 after a holiday notice. */
export interface DueRecomputed {
  readonly type: 'DueRecomputed';
  readonly from: LocalDate;
  readonly why: readonly string[];
  readonly clock: Clock & { readonly due: Due };
}

/** 终止: what it was owed for has been taken back. */
export interface ObligationEnded {
  readonly type: 'ObligationEnded';
  /** Absent where it was opened behind the reclaim. */
  readonly reclamationId?: string;
}

export type ObligationEvent =
  | ObligationOpened
  | ObligationPerformed
  | LapseExplained
  | DateSet
  | ExplanationRefused
  | ReclaimOrdered
  | ReclaimWithdrawn
  | ObligationPaused
  | ObligationResumed
  | ObligationReminded
  | ReminderMoved
  | ObligationEnded
  | DueRecomputed;

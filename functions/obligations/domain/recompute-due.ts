import { groundsOf } from '#shared/kernel/notice-grounds.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import type { DueRecomputed } from './obligation-events.ts';
import { isOpen, type Obligation, openPause } from './obligation-state.ts';
import { clockOf, type Reckoning } from './reckon-due.ts';

/**
 * 期限重算 on the calendar as it is now; what is closed keeps its date, what is paused is not reminded of, and doing it
 * twice is doing it once.
 */
export const recomputeDue = (
  obligation: Obligation | undefined,
  notices: readonly OverlayNotice[],
  reckoning: Reckoning,
): readonly DueRecomputed[] => {
  const before = obligation?.due;
  if (!obligation || !before || !isOpen(obligation)) return [];
  const { due, next: reminder } = clockOf(obligation, reckoning);
  if (!due || due.calendarVersion === before.calendarVersion) return [];
  if (due.dueOn === before.dueOn && due.provisional === before.provisional) return [];
  const why = groundsOf(
    { tenant: obligation.tenant, calendarVersion: before.calendarVersion, from: obligation.from },
    [before.dueOn, due.dueOn],
    notices,
  );
  const next = openPause(obligation) ? undefined : reminder;
  return [{ type: 'DueRecomputed', from: before.dueOn, why, clock: { due, ...(next ? { next } : {}) } }];
};

import { describe, expect, it } from 'vitest';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { reminderSchedule } from '#shared/regulation/reminder-schedule.ts';

const rules = { time: '09:00', before: 1, after: 5, escalateOn: 2 };
const daysOf = (targetOn: string, openedOn: string, calendar = createWorkingCalendar()) =>
  reminderSchedule({ targetOn, openedAt: `${openedOn}T10:00:00+08:00` }, rules, calendar).map(
    ({ day, at }) => [day, shanghaiDateOf(new Date(at))] as const,
  );

describe('the reminders of a task', () => {
  it('come the working day before, on the day, and on five working days after, at nine in Shanghai', () => {
    expect(daysOf('2026-11-26', '2026-11-19')).toEqual([
      [-1, '2026-11-25'],
      [0, '2026-11-26'],
      [1, '2026-11-27'],
      [2, '2026-11-30'],
      [3, '2026-12-01'],
      [4, '2026-12-02'],
      [5, '2026-12-03'],
    ]);
    const [first] = reminderSchedule(
      { targetOn: '2026-11-26', openedAt: '2026-11-19T02:00:00Z' },
      rules,
      createWorkingCalendar(),
    );
    expect(first?.at).toBe('2026-11-25T01:00:00.000Z');
  });

  it('pass over 春节, and come on the make-up Saturdays around it', () => {
    // 2026: holiday 15–23 February, make-up workdays Saturday 14 and Saturday 28 February.
    expect(daysOf('2026-02-24', '2026-02-10')).toEqual([
      [-1, '2026-02-14'],
      [0, '2026-02-24'],
      [1, '2026-02-25'],
      [2, '2026-02-26'],
      [3, '2026-02-27'],
      [4, '2026-02-28'],
      [5, '2026-03-02'],
    ]);
  });

  it('of a day that has since become a holiday comes on the next working day', () => {
    const closed = createWorkingCalendar({
      version: '1',
      days: [{ date: '2026-11-26', kind: 'holiday', reason: '台风停工' }],
    });
    expect(daysOf('2026-11-26', '2026-11-19', closed).slice(0, 3)).toEqual([
      [-1, '2026-11-25'],
      [0, '2026-11-27'],
      [1, '2026-11-27'],
    ]);
  });

  it('never comes on the day on which the task arrived', () => {
    expect(daysOf('2026-11-26', '2026-11-25')[0]).toEqual([0, '2026-11-26']);
  });

  it('are none where the rules set no target', () => {
    expect(reminderSchedule({ openedAt: '2026-11-19T02:00:00Z' }, rules, createWorkingCalendar())).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CaseState } from '#functions/cases/domain/case-state.ts';
import { evolveCase } from '#functions/cases/domain/evolve-case.ts';
import { remindTask } from '#functions/cases/domain/remind-task.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { decisionContext, people, toldUntil } from '#test/support/case-story.ts';

/** The first review opened on Tuesday 2026-09-29 is meant to be done by Saturday 2026-10-10, a make-up workday. */
const reviewing = () => toldUntil('reviewing').state();
const taskId = '2-0';

const at = (state: CaseState, instant: string, calendar = createWorkingCalendar()) => {
  const now = new Date(instant).toISOString();
  const events = remindTask(taskId, state, { ...decisionContext, now, calendarOf: () => calendar });
  return { events, state: events.length > 0 ? evolveCase(state, events, now) : state };
};

describe('a reminder', () => {
  it('is given once each on the way past the target, and the head is told on the second day', () => {
    let state = reviewing();
    expect(state.tasks.find((task) => task.taskId === taskId)?.targetOn).toBe('2026-10-12');
    const given: unknown[] = [];
    for (const day of ['10', '10', '11', '12', '13', '14', '15', '16', '17', '19', '20', '21']) {
      const step = at(state, `2026-10-${day}T09:05:00+08:00`);
      given.push(
        ...step.events.map((event) => [
          day,
          'day' in event && event.day,
          'escalated' in event && event.escalated,
        ]),
      );
      state = step.state;
    }
    expect(given).toEqual([
      ['10', -1, false],
      ['12', 0, false],
      ['13', 1, false],
      ['14', 2, true],
      ['15', 3, false],
      ['16', 4, false],
      ['19', 5, false],
    ]);
    expect(state.tasks.find((task) => task.taskId === taskId)?.nextReminder).toBeUndefined();
  });

  it('that comes late by days is the newest alone, and still tells the head', () => {
    const late = at(reviewing(), '2026-10-15T11:00:00+08:00');
    expect(late.events).toEqual([
      {
        type: 'TaskReminded',
        taskId,
        day: 3,
        escalated: true,
        next: { day: 4, at: '2026-10-16T01:00:00.000Z' },
      },
    ]);
    expect(at(late.state, '2026-10-15T11:05:00+08:00').events).toEqual([]);
  });

  it('leaves version and time of the case as they were: nobody need look again', () => {
    const before = reviewing();
    const { state } = at(before, '2026-10-12T09:00:00+08:00');
    expect([state.version, state.updatedAt]).toEqual([before.version, before.updatedAt]);
    expect(state).not.toEqual(before);
  });

  it('is not given for a task that has been decided', () => {
    const story = toldUntil('reviewing');
    story.decides(people.reviewer, {});
    expect(at(story.state(), '2026-10-15T11:00:00+08:00').events).toEqual([]);
  });

  it('found due on a day off waits for the next working morning', () => {
    const { events, state } = at(reviewing(), '2026-10-17T11:00:00+08:00');
    expect(events).toEqual([
      { type: 'ReminderMoved', taskId, next: { day: 4, at: '2026-10-19T01:00:00.000Z' } },
    ]);
    expect(at(state, '2026-10-18T11:00:00+08:00').events).toEqual([]);
    expect(at(state, '2026-10-19T09:00:00+08:00').events).toMatchObject([{ day: 5, escalated: true }]);
  });

  it('moves with a holiday that is declared meanwhile', () => {
    const closed = createWorkingCalendar({
      version: '1',
      days: [{ date: '2026-10-12', kind: 'holiday', reason: '停工' }],
    });
    const reminded = at(reviewing(), '2026-10-10T09:00:00+08:00').state;
    const { events, state } = at(reminded, '2026-10-12T09:00:00+08:00', closed);
    expect(events).toEqual([
      { type: 'ReminderMoved', taskId, next: { day: 0, at: '2026-10-13T01:00:00.000Z' } },
    ]);
    expect(at(state, '2026-10-12T09:05:00+08:00', closed).events).toEqual([]);
  });
});

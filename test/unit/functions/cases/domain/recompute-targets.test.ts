import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeOverlay } from '#functions/calendar/domain/compose-overlay.ts';
import { asGround, type PublishedNotice } from '#functions/calendar/domain/notice.ts';
import type { DecisionContext } from '#functions/cases/domain/case-context.ts';
import type { TargetsRecomputed } from '#functions/cases/domain/case-events.ts';
import type { CaseState } from '#functions/cases/domain/case-state.ts';
import { evolveCase } from '#functions/cases/domain/evolve-case.ts';
import { openStage } from '#functions/cases/domain/open-stage.ts';
import { recomputeTargets } from '#functions/cases/domain/recompute-targets.ts';
import { findStep } from '#functions/cases/domain/walk-route.ts';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { decisionContext, toldUntil } from '#test/support/case-story.ts';
import { closure, notice2027 } from '#test/support/holiday-notices.ts';

const publish = (notices: readonly (NoticeBody & { scope?: string })[]): readonly PublishedNotice[] =>
  notices.map((notice, index) => ({
    ...notice,
    version: index + 1,
    publishedAt: '2026-12-01T00:00:00.000Z',
  }));

const under = (published: readonly PublishedNotice[], now = decisionContext.now): DecisionContext => {
  const overlay = composeOverlay(published.length, published);
  return { ...decisionContext, now, calendarOf: (holder) => createWorkingCalendar(overlay, holder) };
};

/** A case whose open task was reckoned at an instant on the calendar without notices. */
const openedAt = (instant: string, point = 'reviewing'): CaseState => {
  const state = toldUntil(point).state();
  const open = state.tasks.at(-1);
  if (!open) throw new Error('no task');
  const step = findStep(decisionContext.route, open.step);
  const before = { ...state, tasks: state.tasks.slice(0, -1) };
  const place = { step, visit: { visit: open.visit }, stageIndex: open.stageIndex };
  const opened = openStage(before, place, { ...decisionContext, now: instant });
  return { ...before, tasks: [...before.tasks, ...opened.map(({ task }) => task)] };
};

const recompute = (state: CaseState, published: readonly PublishedNotice[]) => {
  const events = recomputeTargets(state, published.map(asGround), under(published));
  return {
    state: events.length > 0 ? evolveCase(state, events, decisionContext.now) : state,
    targets: events.flatMap((event) => (event as TargetsRecomputed).targets),
  };
};
const targetIn = (state: CaseState) => state.tasks.at(-1)?.targetOn;

describe('open targets on a new calendar', () => {
  it('春节 of a year that was unknown moves what runs into it, and the make-up Sunday counts', () => {
    const state = openedAt('2027-02-03T02:00:00.000Z');
    expect(targetIn(state)).toBe('2027-02-10');
    const { targets } = recompute(state, publish([notice2027]));
    // 2-4, then 春节 until 2-13, 2-14 worked, 2-15 to 2-17.
    expect(targets).toEqual([
      expect.objectContaining({ from: '2027-02-10', to: '2027-02-17', provisional: false }),
    ]);
    expect(targets[0]?.why).toEqual(['《关于2027年部分节假日安排的通知》（国办发明电〔2026〕7号）']);
    expect(targets[0]?.calendarVersion).toMatch(/\+1$/);
    expect(targets[0]?.told).toMatchObject({ role: 'county.cloud.reviewer' });
  });

  it('a date that only becomes firm is told too, on the same day', () => {
    const state = openedAt('2027-03-01T02:00:00.000Z');
    expect(state.tasks.at(-1)).toMatchObject({ targetOn: '2027-03-08', targetProvisional: true });
    const after = recompute(state, publish([notice2027]));
    expect(after.targets).toEqual([
      expect.objectContaining({ from: '2027-03-08', to: '2027-03-08', provisional: false }),
    ]);
    expect(after.state.tasks.at(-1)).toMatchObject({ targetProvisional: false, targetOn: '2027-03-08' });
  });

  it('a year that stays unknown stays provisional and is left alone', () => {
    const state = openedAt('2028-03-01T02:00:00.000Z');
    expect(recompute(state, publish([notice2027])).targets).toEqual([]);
  });

  it('a make-up workday brings a date forward', () => {
    const state = openedAt('2026-10-14T02:00:00.000Z');
    const worked: NoticeBody = {
      ...closure('2026-10-17'),
      kind: 'national',
      ranges: [{ from: '2026-10-17', to: '2026-10-17', kind: 'workday', reason: '调休上班' }],
    };
    expect(recompute(state, publish([worked])).targets).toEqual([
      expect.objectContaining({ from: '2026-10-21', to: '2026-10-20' }),
    ]);
  });

  it('a county’s closure moves its own tasks, no other county’s and never the city’s', () => {
    const flood = { ...closure('2026-10-09'), scope: 'yancheng/dafeng' };
    expect(recompute(openedAt(decisionContext.now), publish([flood])).targets).toEqual([
      expect.objectContaining({ from: '2026-10-12', to: '2026-10-13' }),
    ]);
    expect(recompute(openedAt(decisionContext.now, 'rechecking'), publish([flood])).targets).toEqual([]);
    const elsewhere = { ...flood, scope: 'yancheng/tinghu' };
    expect(recompute(openedAt(decisionContext.now), publish([elsewhere])).targets).toEqual([]);
  });

  it('names only the notices that its holder did not know yet', () => {
    const flood = { ...closure('2026-10-09'), scope: 'yancheng/dafeng' };
    const once = recompute(openedAt(decisionContext.now), publish([flood]));
    const more = { ...closure('2026-10-10', '第二份'), scope: 'yancheng/dafeng' };
    const twice = recompute(once.state, publish([flood, more]));
    expect(twice.targets).toEqual([
      expect.objectContaining({
        from: '2026-10-13',
        to: '2026-10-14',
        why: ['《关于防汛停办的通知》（第二份）'],
      }),
    ]);
  });

  it('leaves closed tasks and closed cases alone', () => {
    const flood = { ...closure('2026-10-09'), kind: 'national' as const };
    const before = toldUntil('reviewing').state();
    const { state } = recompute(before, publish([flood]));
    expect(state.tasks.slice(0, -1)).toEqual(before.tasks.slice(0, -1));
    for (const point of ['draft', 'confirmed', 'completed'])
      expect(recompute(toldUntil(point).state(), publish([flood])).targets).toEqual([]);
  });
});

const noticeOn = fc.record({
  offset: fc.integer({ min: 0, max: 12 }),
  length: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('holiday' as const, 'workday' as const),
  scope: fc.constantFrom(undefined, 'yancheng', 'yancheng/dafeng'),
  issuedOn: fc.constantFrom('2026-09-01', '2026-09-02', '2026-09-03'),
  number: fc.string({ minLength: 1, maxLength: 3 }),
});
const notices = fc.array(noticeOn, { maxLength: 5 }).map((drawn) =>
  drawn.map(({ offset, length, kind, scope, issuedOn, number }, index) => {
    const from = addDays('2026-09-30', offset);
    const reason = `事由${index}`;
    return {
      kind: scope === undefined ? ('national' as const) : ('local' as const),
      title: `通知${index}`,
      number,
      issuedOn,
      ranges: [{ from, to: addDays(from, length), kind, reason }],
      ...(scope === undefined ? {} : { scope }),
    };
  }),
);

describe('whatever is published', () => {
  it('done twice is done once', () => {
    fc.assert(
      fc.property(notices, (drawn) => {
        const published = publish(drawn);
        const once = recompute(openedAt(decisionContext.now), published);
        expect(recompute(once.state, published).targets).toEqual([]);
      }),
    );
  });

  it('in whatever order and however often recomputed between, the date ends the same', () => {
    fc.assert(
      fc.property(notices, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (drawn, keys) => {
        const shuffled = drawn
          .map((notice) => ({ notice, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ notice }) => notice);
        const atOnce = recompute(openedAt(decisionContext.now), publish(drawn)).state;
        let stepwise = openedAt(decisionContext.now);
        for (let n = 1; n <= shuffled.length; n += 1)
          stepwise = recompute(stepwise, publish(shuffled.slice(0, n))).state;
        expect(targetIn(stepwise)).toBe(targetIn(atOnce));
      }),
    );
  });
});

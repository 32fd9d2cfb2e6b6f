import { describe, expect, it } from 'vitest';
import type { CaseState } from '#functions/cases/domain/case-state.ts';
import { reviewClock } from '#functions/cases/domain/review-clock.ts';
import { decisionContext, toldUntil } from '#test/support/case-story.ts';

const at = (date: string) => `${date}T02:00:00.000Z`;
const visit = (step: CaseState['steps'][number]['step'], from: string, to?: string) => ({
  step,
  visit: 1,
  openedAt: at(from),
  ...(to === undefined ? {} : { closedAt: at(to) }),
});
const clockOf = (
  steps: CaseState['steps'],
  flow: CaseState['flow'],
  now: string,
): ReturnType<typeof reviewClock> =>
  reviewClock({ ...toldUntil('reviewing').state(), steps, flow }, { ...decisionContext, now: at(now) });

const reviewing = { at: 'step', step: 'localReview', visit: 1, stageIndex: 0 } as const;
const correcting = { at: 'step', step: 'correction', visit: 2, stageIndex: 0 } as const;

describe('the review clock', () => {
  it('does not exist before the first review', () => {
    expect(clockOf([visit('unitConfirmation', '2026-09-28')], { at: 'draft' }, '2026-09-30')).toBeUndefined();
  });

  it('counts working days without the day of arrival, over holidays', () => {
    expect(clockOf([visit('localReview', '2026-09-29')], reviewing, '2026-10-10')).toMatchObject({
      workingDays: 4,
      state: 'running',
    });
  });

  it('stands still while the applicant corrects and confirms, and goes on where it stood', () => {
    const returned = [visit('localReview', '2026-10-12', '2026-10-14'), visit('correction', '2026-10-14')];
    expect(clockOf(returned, correcting, '2026-10-15')).toMatchObject({ workingDays: 2, state: 'paused' });
    expect(clockOf(returned, correcting, '2026-11-30')).toMatchObject({ workingDays: 2, state: 'paused' });
    const again = [
      visit('localReview', '2026-10-12', '2026-10-14'),
      visit('correction', '2026-10-14', '2026-10-26'),
      visit('unitConfirmation', '2026-10-26', '2026-10-27'),
      visit('localReview', '2026-10-27'),
    ];
    expect(clockOf(again, reviewing, '2026-10-28')).toMatchObject({ workingDays: 3, state: 'running' });
  });

  it('stops when the case has ended', () => {
    const steps = [
      visit('localReview', '2026-10-12', '2026-10-13'),
      visit('cityRecheck', '2026-10-13', '2026-10-14'),
    ];
    expect(clockOf(steps, { at: 'completed' }, '2026-12-01')).toMatchObject({
      workingDays: 2,
      state: 'stopped',
    });
  });
});

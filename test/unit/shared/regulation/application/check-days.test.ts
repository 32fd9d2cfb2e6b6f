import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { checkDays } from '#shared/regulation/application/check-days.ts';
import { offeredRules } from '#shared/regulation/find-profile.ts';
import { kaifeng } from '#shared/regulation/profiles/kaifeng.ts';

const calendar = createWorkingCalendar(undefined, 'kaifeng/lankao');
const checksOf = (kind: string) => offeredRules(kaifeng, kind)?.checks ?? {};
const codesOn = (kind: string, section: string, days: Readonly<Record<string, string>>, on: string) =>
  checkDays({ [section]: days }, checksOf(kind), on, calendar).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );

describe('limits that count back from a day', () => {
  it.each([
    ['2026-07-06', []],
    ['2026-07-07', ['too-late /expansion/lateReason']],
    ['2026-07-10', ['too-late /expansion/lateReason']],
  ])('[kf-cloud-21-4] for a need on Thursday 2026-07-09, sent on %s', (on, expected) => {
    expect(codesOn('temporaryExpansion', 'expansion', { from: '2026-07-09', to: '2026-07-20' }, on)).toEqual(
      expected,
    );
  });

  it('a day that is past is too late, be it the first of all days', () => {
    expect(
      codesOn('temporaryExpansion', 'expansion', { from: '0001-01-02', to: '0001-01-03' }, '2026-07-08'),
    ).toEqual(['too-late /expansion/lateReason']);
  });

  it('a late one with a reason is left to the reviewer', () => {
    const days = { from: '2026-07-09', to: '2026-07-20', lateReason: '临时通知。' };
    expect(codesOn('temporaryExpansion', 'expansion', days, '2026-07-08')).toEqual([]);
  });

  it.each([
    ['2026-07-06', []],
    ['2026-07-07', ['too-late /change/from']],
  ])('[kf-cloud-23-1] for a change on Monday 2026-07-20, sent on %s', (on, expected) => {
    expect(codesOn('platformChange', 'change', { from: '2026-07-20', to: '2026-07-21' }, on)).toEqual(
      expected,
    );
  });

  it('says the last day and the next possible one, holidays passed over', () => {
    const [problem] = checkDays(
      { change: { from: '2026-10-12' } },
      checksOf('platformChange'),
      '2026-09-28',
      calendar,
    );
    expect(problem?.message).toContain('须至少提前10 个工作日');
    expect(problem?.message).toMatch(/最迟 2026-09-2\d 提交/);
  });
});

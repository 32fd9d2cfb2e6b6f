import { describe, expect, it } from 'vitest';
import { evolveObligation } from '#functions/obligations/domain/evolve-obligation.ts';
import {
  explainLapse,
  judgeObligation,
  type Verdict,
} from '#functions/obligations/domain/judge-obligation.ts';
import type { ObligationEvent } from '#functions/obligations/domain/obligation-events.ts';
import type { Obligation } from '#functions/obligations/domain/obligation-state.ts';
import {
  begunByBatch,
  type OpenedBatch,
  openObligation,
} from '#functions/obligations/domain/open-obligation.ts';
import { performObligation } from '#functions/obligations/domain/perform-obligation.ts';
import { recomputeDue } from '#functions/obligations/domain/recompute-due.ts';
import { remindObligation } from '#functions/obligations/domain/remind-obligation.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type CalendarOverlay, createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';

const caseId = `dafeng.${'0'.repeat(25)}1`;
const yancheng = 'yancheng-2026-04-27';
const kaifeng = 'kaifeng-2022-04-01';
const by = { tenant: 'yancheng/dafeng', membership: 'clerk' } as const;

/** Shanghai time as the system keeps it. */
const instant = (local: string): string => new Date(`${local}:00.000+08:00`).toISOString();

const batchOf = (ruleVersion: string, openedOn: string): OpenedBatch => ({
  tenant: 'yancheng/dafeng',
  orderId: caseId,
  batch: 1,
  systemId: caseId,
  systemName: '平台',
  organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
  ruleVersion,
  openedOn,
  kinds: ['host'],
});

const at = (ruleVersion: string, now: string, overlay?: CalendarOverlay) => ({
  rules: obligationsOf({ ruleVersion }),
  calendar: createWorkingCalendar(overlay, 'yancheng/dafeng'),
  now: instant(now),
});

/** One obligation of a batch, at the morning on which it opened. */
const opened = (kind: string, openedOn: string, ruleVersion = yancheng): Obligation => {
  const batch = batchOf(ruleVersion, openedOn);
  const reckoning = at(ruleVersion, `${openedOn}T10:00`);
  const wanted = begunByBatch(batch, reckoning.rules).find((one) => one.kind === kind);
  if (!wanted) throw new Error(`a batch begins no ${kind}`);
  const [event] = openObligation(undefined, wanted, batch, reckoning);
  if (!event) throw new Error('nothing was opened');
  return event.obligation;
};

const evolved = (obligation: Obligation, events: readonly ObligationEvent[], now: string): Obligation =>
  events.reduce((state, event) => evolveObligation(state, event, instant(now)), obligation);

const events = (decided: Result<readonly ObligationEvent[], unknown>): readonly ObligationEvent[] => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
};

const judged = (obligation: Obligation, verdict: Verdict, now: string): Obligation =>
  evolved(obligation, events(judgeObligation(obligation, verdict, by, at(yancheng, now))), now);

describe('the day on which it is due', () => {
  it.each([
    ['[yc-cloud-17-4] deploy', 'deploy', yancheng, '2026-07-06', '2026-07-27'],
    ['[yc-cloud-17-5] go live', 'goLive', yancheng, '2026-07-06', '2026-08-17'],
    ['[yc-cloud-annex1-2] pledge', 'pledge', yancheng, '2026-07-06', '2026-08-06'],
    ['[kf-cloud-16-3] begin to deploy', 'beginDeploy', kaifeng, '2026-07-06', '2026-07-13'],
    ['deploy over 春节 and its make-up days', 'deploy', yancheng, '2026-02-09', '2026-03-06'],
  ])('%s', (_title, kind, ruleVersion, from, dueOn) => {
    expect(opened(kind, from, ruleVersion).due?.dueOn).toBe(dueOn);
  });

  it('is none where the text states no limit', () => {
    const goLive = opened('goLive', '2026-07-06', kaifeng);
    expect(goLive.due).toBeUndefined();
    expect(goLive.nextReminder).toBeUndefined();
  });
});

describe('a record', () => {
  const deploy = opened('deploy', '2026-07-06');
  const record = (on: string, now: string) =>
    performObligation(deploy, { on, by, statement: '已部署。' }, undefined, at(yancheng, now));

  it('is taken once, on a day that has come', () => {
    const done = evolved(deploy, events(record('2026-07-27', '2026-07-27T20:00')), '2026-07-27T20:00');
    expect(done.performance).toMatchObject({ on: '2026-07-27' });
    expect(done.nextReminder).toBeUndefined();
    expect(
      performObligation(
        done,
        { on: '2026-07-28', by, statement: '' },
        undefined,
        at(yancheng, '2026-07-28T10:00'),
      ),
    ).toMatchObject({ ok: false, refusal: { code: 'obligation-closed' } });
  });

  it.each([
    ['tomorrow', '2026-07-21', 'in-future'],
    ['before the opening', '2026-07-05', 'too-early'],
  ])('of %s is refused', (_title, on, code) => {
    expect(record(on, '2026-07-20T10:00')).toMatchObject({ ok: false, refusal: { errors: [{ code }] } });
  });

  it('of what comes later waits for what comes first, and lies not before it', () => {
    const goLive = opened('goLive', '2026-07-06');
    const live = (on: string, first: string | undefined) =>
      performObligation(
        goLive,
        { on, by, statement: '上线。' },
        { title: '完成部署', on: first },
        at(yancheng, '2026-07-20T10:00'),
      );
    expect(live('2026-07-10', undefined)).toMatchObject({ refusal: { code: 'obligation-too-early' } });
    expect(live('2026-07-10', '2026-07-11')).toMatchObject({
      refusal: { errors: [{ code: 'before-earlier' }] },
    });
    expect(live('2026-07-11', '2026-07-11').ok).toBe(true);
  });
});

describe('what is late', () => {
  const deploy = opened('deploy', '2026-07-06');
  const late = '2026-07-28T09:00';
  const explained = evolved(
    deploy,
    events(explainLapse(deploy, { by, text: '供应商延期。' }, at(yancheng, late))),
    late,
  );

  it('is not so at the end of its last day, whatever the hour', () => {
    expect(explainLapse(deploy, { by, text: '…' }, at(yancheng, '2026-07-27T23:59'))).toMatchObject({
      refusal: { code: 'obligation-not-overdue' },
    });
  });

  it('[yc-cloud-17-6] gets a new date with an accepted explanation, and then nothing can be reclaimed', () => {
    const accepted = judged(explained, { verdict: 'accept', until: '2026-08-14', reason: '属实。' }, late);
    expect(accepted.due?.dueOn).toBe('2026-08-14');
    expect(
      judgeObligation(accepted, { verdict: 'reclaim', reason: '…' }, by, at(yancheng, late)),
    ).toMatchObject({
      refusal: { code: 'obligation-not-overdue' },
    });
  });

  it('is answered by an extension too: at the next lapse it may be explained anew', () => {
    const extended = judged(
      explained,
      { verdict: 'extend', until: '2026-09-01', reason: '统一延期。' },
      late,
    );
    const said = { by, text: '又推迟。' };
    const again = explainLapse(extended, said, at(yancheng, '2026-09-02T09:00'));
    expect(events(again)).toMatchObject([{ type: 'LapseExplained', text: '又推迟。' }]);
  });

  it('[yc-cloud-17-6] may be reclaimed by a decision after a refusal, and not while what was said waits', () => {
    const reclaim = { verdict: 'reclaim', reason: '长期闲置。' } as const;
    expect(judgeObligation(explained, reclaim, by, at(yancheng, late))).toMatchObject({
      refusal: { code: 'explanation-pending' },
    });
    const refused = judged(explained, { verdict: 'refuse', reason: '理由不足。' }, late);
    const ordered = judged(refused, reclaim, late);
    expect(ordered.moves.map(({ kind }) => kind)).toEqual(['explained', 'refused', 'reclaimOrdered']);
    expect(ordered.nextReminder).toBeUndefined();
  });

  it('is never reclaimed where the rules only list it or remind', () => {
    for (const [kind, ruleVersion] of [
      ['pledge', yancheng],
      ['beginDeploy', kaifeng],
    ] as const)
      expect(
        judgeObligation(
          opened(kind, '2026-07-06', ruleVersion),
          { verdict: 'reclaim', reason: '…' },
          by,
          at(ruleVersion, '2026-09-28T09:00'),
        ),
      ).toMatchObject({ refusal: { code: 'reclaim-not-offered' } });
  });
});

describe('a pause', () => {
  it('adds the working days that it lasted to what is counted in working days', () => {
    const deploy = opened('deploy', '2026-07-06');
    const paused = judged(deploy, { verdict: 'pause', reason: '统一割接。' }, '2026-07-15T10:00');
    expect(remindObligation(paused, at(yancheng, '2026-07-28T09:00'))).toEqual([]);
    const resumed = judged(paused, { verdict: 'resume', reason: '割接完成。' }, '2026-07-22T10:00');
    expect(resumed.due?.dueOn).toBe('2026-08-03');
    expect(resumed.nextReminder?.day).toBe(-3);
  });

  it('adds its natural days to what is counted in months', () => {
    const pledge = opened('pledge', '2026-07-06');
    const paused = judged(pledge, { verdict: 'pause', reason: '统一割接。' }, '2026-07-15T10:00');
    const resumed = judged(paused, { verdict: 'resume', reason: '完成。' }, '2026-07-22T10:00');
    expect(resumed.due?.dueOn).toBe('2026-08-13');
  });
});

describe('a reminder', () => {
  const deploy = opened('deploy', '2026-07-06');
  const remindedAt = (obligation: Obligation, now: string) => {
    const given = remindObligation(obligation, at(yancheng, now));
    return {
      given: given.map((event) => ('day' in event ? event.day : event.type)),
      state: evolved(obligation, given, now),
    };
  };

  it('comes before, on and after the day, once each, and being late by days gives only the newest', () => {
    expect(deploy.nextReminder?.at).toBe('2026-07-22T01:00:00.000Z');
    expect(remindedAt(deploy, '2026-07-22T08:59').given).toEqual([]);
    const first = remindedAt(deploy, '2026-07-22T09:00');
    expect(first.given).toEqual([-3]);
    expect(remindedAt(first.state, '2026-07-22T09:00').given).toEqual([]);
    const second = remindedAt(first.state, '2026-07-30T11:00');
    expect(second.given).toEqual([3]);
    expect(second.state.reminded).toEqual({ day: 3, escalated: true });
    const saturday = remindedAt(second.state, '2026-08-01T11:00');
    expect(saturday.given).toEqual(['ReminderMoved']);
    expect(remindedAt(saturday.state, '2026-08-03T09:00').given).toEqual([5]);
  });

  it('of a pledge comes once after its day and is told to nobody above', () => {
    const pledge = opened('pledge', '2026-07-06');
    const after1 = remindedAt(pledge, '2026-08-10T09:00');
    expect(after1.given).toEqual([1]);
    expect(after1.state.reminded?.escalated).toBe(false);
    expect(after1.state.nextReminder).toBeUndefined();
  });
});

describe('a holiday notice', () => {
  const overlay: CalendarOverlay = {
    version: '1',
    days: [{ date: '2026-07-20', kind: 'holiday', reason: '台风停工', scope: 'yancheng' }],
  };
  const notice = { version: 1, title: '关于停工的通知', scope: 'yancheng', days: ['2026-07-20'] };

  it('moves the open date, says why, and doing it twice is doing it once', () => {
    const deploy = opened('deploy', '2026-07-06');
    const reckoning = at(yancheng, '2026-07-10T10:00', overlay);
    const moved = recomputeDue(deploy, [notice], reckoning);
    expect(moved).toMatchObject([
      { from: '2026-07-27', clock: { due: { dueOn: '2026-07-28' } }, why: ['《关于停工的通知》'] },
    ]);
    const state = evolved(deploy, moved, '2026-07-10T10:00');
    expect(recomputeDue(state, [notice], reckoning)).toEqual([]);
  });

  it('leaves alone what a decision has set and what is closed', () => {
    const set = judged(
      opened('deploy', '2026-07-06'),
      { verdict: 'extend', until: '2026-08-20', reason: '统一部署。' },
      '2026-07-08T10:00',
    );
    const reckoning = at(yancheng, '2026-07-10T10:00', overlay);
    expect(recomputeDue(set, [notice], reckoning)).toEqual([]);
    const done = evolved(
      set,
      events(performObligation(set, { on: '2026-07-09', by, statement: '好。' }, undefined, reckoning)),
      '2026-07-10T10:00',
    );
    expect(recomputeDue(done, [notice], reckoning)).toEqual([]);
  });
});

describe('a date that a decision has set', () => {
  it('is corrected to any day behind the limit of the rules, never to one within it', () => {
    const now = '2026-07-08T10:00';
    const extend = (obligation: Obligation, until: string) =>
      judgeObligation(obligation, { verdict: 'extend', until, reason: '统一部署。' }, by, at(yancheng, now));
    const deploy = opened('deploy', '2026-07-06');
    const far = evolved(deploy, events(extend(deploy, '2026-12-08')), now);
    expect(extend(far, '2026-07-27')).toMatchObject({ refusal: { errors: [{ code: 'not-ahead' }] } });
    expect(evolved(far, events(extend(far, '2026-07-28')), now).due?.dueOn).toBe('2026-07-28');
  });
});

describe('a date that is set by decision', () => {
  const said = (until: string) => ({ verdict: 'extend', until, reason: '统一部署。' }) as const;
  const refusal = (obligation: Obligation, until: string, now: string) => {
    const decided = judgeObligation(obligation, said(until), by, at(yancheng, now));
    return decided.ok ? undefined : decided.refusal.errors?.[0];
  };

  it('lies within two years, and the latest is told to whoever mistypes the year', () => {
    const deploy = opened('deploy', '2026-07-06');
    expect(refusal(deploy, '2028-07-08', '2026-07-08T10:00')).toBeUndefined();
    for (const until of ['2028-07-09', '2062-07-20', '9999-12-31'])
      expect(refusal(deploy, until, '2026-07-08T10:00')).toMatchObject({
        pointer: '/until',
        code: 'too-far',
        message: expect.stringContaining('2028-07-08'),
      });
  });

  it('may be corrected to an earlier one, while the reckoned date is never cut short', () => {
    const deploy = opened('deploy', '2026-07-06');
    expect(refusal(deploy, '2026-07-20', '2026-07-08T10:00')?.code).toBe('not-ahead');
    const set = judged(deploy, said('2027-08-20'), '2026-07-08T10:00');
    const corrected = judged(set, said('2026-08-20'), '2026-07-09T10:00');
    expect(corrected.due?.dueOn).toBe('2026-08-20');
    expect(refusal(corrected, '2026-07-09', '2026-07-09T10:00')?.code).toBe('not-ahead');
  });
});

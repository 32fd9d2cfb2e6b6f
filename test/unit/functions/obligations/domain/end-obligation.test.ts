import { describe, expect, it } from 'vitest';
import { endObligation } from '#functions/obligations/domain/end-obligation.ts';
import { evolveObligation } from '#functions/obligations/domain/evolve-obligation.ts';
import { isOpen, type Obligation, statusOf } from '#functions/obligations/domain/obligation-state.ts';
import {
  againUpon,
  openEnded,
  openObligation,
  reopenTurn,
} from '#functions/obligations/domain/open-obligation.ts';
import { performObligation } from '#functions/obligations/domain/perform-obligation.ts';
import { recomputeDue } from '#functions/obligations/domain/recompute-due.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';

const caseId = `dafeng.${'0'.repeat(25)}1`;
const at = '2026-07-01T02:00:00.000Z';
const ofBatch: Obligation = {
  tenant: 'yancheng/dafeng',
  obligationId: `${caseId}-b1-deploy`,
  kind: 'deploy',
  ruleVersion: 'yancheng-2026-04-27',
  systemId: caseId,
  systemName: '平台',
  organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
  orderId: caseId,
  batch: 1,
  turn: 1,
  from: '2026-06-01',
  openedAt: '2026-06-01T02:00:00.000Z',
  due: { dueOn: '2026-06-23', provisional: false, calendarVersion: '0' },
  pauses: [],
  nextReminder: { day: 1, at: '2026-07-02T01:00:00.000Z' },
  moves: [],
};
const { orderId: _order, batch: _batch, ...ofSystem } = ofBatch;
const first = { caseId, batch: 1 };
const second = { caseId, batch: 2 };

const ended = (obligation: Obligation): Obligation =>
  endObligation(obligation, 'r1', []).reduce(
    (state, event) => evolveObligation(state, event, at),
    obligation,
  );

describe('when resources have been taken back', () => {
  it('what is owed for a batch ends once nothing of the batch is left', () => {
    expect(endObligation(ofBatch, 'r1', [first, second])).toEqual([]);
    expect(endObligation(ofBatch, 'r1', [second])).toEqual([
      { type: 'ObligationEnded', reclamationId: 'r1' },
    ]);
  });

  it('what is owed for a system ends once nothing of it is left', () => {
    expect(endObligation(ofSystem, 'r1', [second])).toEqual([]);
    expect(endObligation(ofSystem, 'r1', [])).toHaveLength(1);
  });

  it('it is closed, nobody is reminded, and it can neither be recorded nor ended again', () => {
    const closed = ended(ofBatch);
    expect([statusOf(closed), isOpen(closed), closed.nextReminder]).toEqual(['ended', false, undefined]);
    expect(closed.ended).toEqual({ at, reclamationId: 'r1' });
    expect(endObligation(closed, 'r2', [])).toEqual([]);
    const performed = {
      on: '2026-06-20',
      by: { tenant: 'yancheng/dafeng', membership: 'clerk' },
      statement: '已部署。',
    } as const;
    const reckoning = {
      rules: obligationsOf(ofBatch),
      calendar: createWorkingCalendar(undefined, 'yancheng/dafeng'),
      now: at,
    };
    expect(performObligation(closed, performed, undefined, reckoning)).toMatchObject({
      ok: false,
      refusal: { code: 'obligation-closed', detail: expect.stringContaining('已经收回') },
    });
  });

  it('what was fulfilled before stays so', () => {
    const performance = {
      on: '2026-06-20',
      at,
      by: { tenant: 'yancheng/dafeng', membership: 'clerk' },
      statement: '',
    } as const;
    expect(endObligation({ ...ofBatch, performance }, 'r1', [])).toEqual([]);
    expect(endObligation(undefined, 'r1', [])).toEqual([]);
  });
});

describe('what is carried here late', () => {
  const reckoning = {
    rules: obligationsOf(ofBatch),
    calendar: createWorkingCalendar(undefined, 'yancheng/dafeng'),
    now: at,
  };
  const { obligationId: _id, kind: _kind, ...facts } = ofSystem;
  const wanted = { obligationId: `${caseId}-mlps`, kind: 'mlps', from: '2026-07-01', turn: 1 };
  const standing: Obligation = { ...ofSystem, obligationId: wanted.obligationId, kind: 'mlps' };

  it('is opened and ended at once where its resources have gone, and never a second time', () => {
    const types = openEnded(undefined, wanted, facts, reckoning).map(({ type }) => type);
    expect(types).toEqual(['ObligationOpened', 'ObligationEnded']);
    expect(openEnded(ended(standing), wanted, facts, reckoning)).toEqual([]);
  });

  it('begins anew what a system owed before everything of it was taken back', () => {
    const [opened] = openObligation(ended(standing), wanted, facts, reckoning);
    expect(opened && statusOf(opened.obligation)).toBe('open');
    expect(openObligation(standing, wanted, facts, reckoning)).toEqual([]);
    expect(openObligation(ended(ofBatch), wanted, facts, reckoning)).toEqual([]);
  });

  it('[yc-cloud-annex6-8] owes the retest again once the system is used anew: by its day while that is ahead, else from the new use', () => {
    expect(againUpon(standing, reckoning.rules)).toEqual(['mlpsAgain']);
    const turn: Obligation = {
      ...{ ...ofSystem, obligationId: `${caseId}-mlpsAgain-1`, kind: 'mlpsAgain', level: 'level3' },
      ...{ from: '2026-03-02', due: { dueOn: '2027-03-02', provisional: true, calendarVersion: '0' } },
    };
    expect(reopenTurn(turn, '2026-07-01', reckoning)).toEqual([]);
    const [ahead] = reopenTurn(ended(turn), '2026-07-01', reckoning);
    expect(ahead?.obligation).toMatchObject({ from: '2026-03-02', due: { dueOn: '2027-03-02' } });
    const later = { ...reckoning, now: '2028-05-08T02:00:00.000Z' };
    const [anew] = reopenTurn(ended(turn), '2028-05-08', later);
    expect(anew?.obligation).toMatchObject({ from: '2028-05-08', due: { dueOn: '2029-05-08' }, turn: 1 });
    expect(anew && statusOf(anew.obligation)).toBe('open');
  });

  it('reminds of nothing that is paused when a holiday notice moves its day', () => {
    const paused: Obligation = { ...ofBatch, from: '2026-06-25', pauses: [{ from: '2026-06-26' }] };
    const calendar = createWorkingCalendar(
      { version: '1', days: [{ date: '2026-06-30', kind: 'holiday', reason: '通知' }] },
      'yancheng/dafeng',
    );
    const [moved] = recomputeDue(paused, [], { ...reckoning, calendar });
    expect(moved?.clock.due.dueOn).not.toBe(paused.due?.dueOn);
    expect(moved?.clock.next).toBeUndefined();
  });
});

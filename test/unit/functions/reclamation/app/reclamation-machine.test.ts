import { describe, expect, it } from 'vitest';
import {
  admitReclamationWait,
  endTimeToRestore,
  withWaits,
} from '#functions/reclamation/domain/reclamation-waits.ts';
import { reclamationOf } from '#test/support/reclamation-of.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

/** A reclamation by an approved disposal of 2026-03-02, in Yancheng with time to restore until 03-09. */
const decided = async () => {
  const story = rectificationSetup('yancheng/dafeng');
  await story.find('operator', 'other');
  await story.act('leader', { kind: 'warn', text: '限期整改。' });
  story.at('2026-03-02');
  await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '逾期未改。' });
  await story.act('leader', { kind: 'decide', approved: true, text: '同意收回。' });
  const [work] = [...story.tasks.keys()];
  return { ...story, work: work ?? '' };
};

describe('the machine of a reclamation', () => {
  it('waits for the time to restore, the provider and the certificate: four states, each wait entered twice', async () => {
    const story = await decided();
    expect(story.entered()).toEqual(['Notice']);
    story.at('2026-03-08');
    await story.settle();
    expect(story.entered()).toEqual(['Notice']);
    story.at('2026-03-09');
    await story.settle();
    expect(story.entered()).toEqual(['Notice', 'Execution']);
    await story.does(story.work);
    expect(story.entered()).toEqual(['Notice', 'Execution', 'Certificate']);
    await story.does(story.work, 'WorkCertified');
    expect(story.entered()).toEqual(['Notice', 'Execution', 'Certificate', 'Reclaimed']);
    expect((await story.reclamation())?.status).toBe('ended');
  });

  it('takes nothing back by itself, however long the time to restore is over', async () => {
    const story = await decided();
    story.at('2027-06-01');
    await story.settle();
    expect(story.entered()).toEqual(['Notice', 'Execution']);
    expect((await story.reclamation())?.status).toBe('noticed');
    expect(story.rows().every(({ state }) => state === 'inUse')).toBe(true);
  });

  it('ends with the restore, and its day passes without opening anything', async () => {
    const story = await decided();
    story.at('2026-03-06');
    expect(await story.reclaimAct('leader', { kind: 'restore', reason: '整改到位。' })).toBe('ok');
    expect(story.entered()).toEqual(['Notice', 'Restored']);
    story.at('2026-04-01');
    await story.settle();
    expect(story.entered()).toEqual(['Notice', 'Restored']);
    expect((await story.reclamation())?.status).toBe('restored');
  });

  it('goes straight on where the provider’s report and its certificate came at once', async () => {
    const story = await decided();
    story.at('2026-03-10');
    await story.does(story.work, 'WorkCertified');
    expect(story.entered()).toEqual(['Notice', 'Execution', 'Reclaimed']);
  });
});

const asksAll = { jointErasure: { value: true }, certificate: { value: {} } } as never;
const nothingMore = {} as never;
const reckoned = { from: '2026-03-02', calendarVersion: '1' };
const grace = { ...reckoned, actOn: '2026-03-09', graceClause: 'x' };
const by = { tenant: 'yancheng/dafeng', membership: 'm' } as const;
const executed = { at: '2026-03-09T02:00:00.000Z', by, evidence: '已执行。' };

describe('a wait of the machine', () => {
  it('is written with its token, takes a newer one on redrive, and of what has ended only tells', () => {
    const state = reclamationOf({ notice: grace });
    const opened = admitReclamationWait(state, 'notice', 'a', asksAll);
    expect(opened).toEqual({ events: [{ type: 'WaitOpened', step: 'notice', token: 'a' }] });
    const waits = [{ step: 'notice', tokens: ['a'] }] as const;
    const waiting = { ...state, waits };
    expect(admitReclamationWait(waiting, 'notice', 'a', asksAll)).toEqual({ events: [] });
    expect(admitReclamationWait(waiting, 'notice', 'b', asksAll)).toEqual({
      events: [{ type: 'TokenAdded', wait: 0, token: 'b' }],
    });
    const gone = { ...state, executed };
    expect(admitReclamationWait(gone, 'notice', 'a', asksAll)).toEqual({ events: [], outcome: 'Approved' });
    expect(admitReclamationWait(gone, 'execution', 'a', asksAll).outcome).toBe('ErasureAsked');
    expect(admitReclamationWait(gone, 'execution', 'a', nothingMore).outcome).toBe('Concluded');
  });

  it('has no time to restore where the department itself gave the resources up', () => {
    const state = reclamationOf({ cause: 'shutdown', notice: { ...reckoned, actOn: '2026-03-02' } });
    expect(admitReclamationWait(state, 'notice', 'a', asksAll).outcome).toBe('Approved');
    expect(admitReclamationWait(state, 'execution', 'a', asksAll).events).toHaveLength(1);
  });

  it('is closed by the report even when the sweep has not come yet, and only once', () => {
    const state = reclamationOf({ notice: grace, waits: [{ step: 'notice', tokens: ['a'] }] });
    const report = { type: 'ResourcesReclaimed', by, evidence: '已执行。' } as const;
    expect(withWaits(state, [report], asksAll)).toEqual([
      report,
      { type: 'WaitClosed', wait: 0, outcome: 'Approved' },
    ]);
    const closed = reclamationOf({
      notice: grace,
      waits: [{ step: 'notice', tokens: ['a'], outcome: 'Approved' }],
    });
    expect(withWaits(closed, [report], asksAll)).toEqual([report]);
  });

  it('ends the time to restore on its day, unless it was restored, carried out or ended before', () => {
    const state = reclamationOf({ notice: grace });
    expect(endTimeToRestore(state, '2026-03-08')).toEqual([]);
    expect(endTimeToRestore(state, '2026-03-09')).toEqual([{ type: 'TimeToRestoreEnded' }]);
    for (const gone of [{ restoreEndedAt: 'x' }, { executed }, { endedAt: 'x' }])
      expect(endTimeToRestore({ ...state, ...gone }, '2026-03-20')).toEqual([]);
  });
});

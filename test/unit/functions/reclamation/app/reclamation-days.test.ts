import { describe, expect, it } from 'vitest';
import { takeAlong } from '#functions/reclamation/app/take-along.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

const text = '事由。';
const off = ['2026-03-05', '2026-03-06'].map((date) => ({ date, kind: 'holiday' as const, reason: '放假' }));

/** Decided on Mon 2026-03-02: five working days to restore, two more to reclaim. */
const decided = async () => {
  const story = rectificationSetup('yancheng/dafeng');
  await story.find('operator', 'other');
  await story.act('leader', { kind: 'warn', text });
  story.at('2026-03-02');
  await story.act('operator', { kind: 'propose', measure: 'reclaim', text });
  await story.act('leader', { kind: 'decide', approved: true, text });
  const days = async () => {
    const view = await story.reclamation();
    const [work] = [...story.tasks.values()];
    return [view?.actOn, view?.due?.dueOn, work?.task.notBefore, work?.due?.dueOn];
  };
  return { ...story, days };
};
const before = ['2026-03-09', '2026-03-11', '2026-03-09', '2026-03-11'];
const after = ['2026-03-11', '2026-03-13', '2026-03-11', '2026-03-13'];
const restore = { kind: 'restore', reason: text } as const;

describe('[yc-cloud-20-3] the days of a reclamation', () => {
  it('move with a notice that is published, those of the work order with them, and the department is told once from when to when', async () => {
    const story = await decided();
    expect(await story.days()).toEqual(before);
    story.at('2026-03-03');
    await story.publish(off);
    expect(await story.days()).toEqual(after);
    const moved = story.notices.filter(({ event }) => event === 'reclamation.moved');
    expect(moved.map(({ facts, holders }) => [facts['moved'], facts['why'], holders[0]?.role])).toEqual([
      [
        '由最早于 2026-03-09 执行、2026-03-11 前完成调整为最早于 2026-03-11 执行、2026-03-13 前完成',
        '《放假安排》',
        'department.clerk',
      ],
    ]);
  });

  it('let restore until the new day, and no longer', async () => {
    const story = await decided();
    await story.publish(off);
    story.at('2026-03-10');
    await story.settle();
    expect((await story.reclamation('leader'))?.may).toContain('restore');
    expect(await story.reclaimAct('leader', restore)).toBe('ok');
    const late = await decided();
    await late.publish(off);
    late.at('2026-03-11');
    await late.settle();
    expect(await late.reclaimAct('leader', restore)).toBe('reclamation-not-now');
  });

  it('end no time to restore before tomorrow, and begin none anew that is over', async () => {
    const sooner = await decided();
    await sooner.publish(off);
    sooner.at('2026-03-10');
    await sooner.publish([]);
    expect((await sooner.days()).slice(0, 2)).toEqual(['2026-03-11', '2026-03-13']);
    const over = await decided();
    over.at('2026-03-09');
    await over.settle();
    await over.publish(off);
    expect(await over.days()).toEqual(before);
  });

  it('stay once it is carried out', async () => {
    const story = await decided();
    story.at('2026-03-10');
    await story.settle();
    await story.does([...story.tasks.keys()][0] ?? '');
    await story.publish([{ date: '2026-03-11', kind: 'holiday', reason: '放假' }]);
    expect((await story.reclamation())?.due?.dueOn).toBe('2026-03-11');
  });
});

it('[yc-cloud-20-5] what was opened behind the shutdown of its system is due and billed from its own opening on', async () => {
  const story = rectificationSetup('yancheng/dafeng');
  const { services, systemId } = story;
  const tenant = 'yancheng/dafeng';
  const closing = {
    caseId: 'dafeng.00000000000000000000000099',
    decision: {
      at: '2026-01-02T02:00:00.000Z',
      by: { tenant, membership: 'leader' } as const,
      reason: text,
    },
    ruleVersion: 'yancheng-2026-04-27',
  };
  await services.claims.close({ tenant, systemId }, closing);
  const late = {
    tenant,
    systemId,
    orderId: systemId,
    batch: 1,
    approvedAt: '2026-01-01T02:00:00.000Z',
  } as const;
  await takeAlong(services, late);
  await story.settle();
  const [work] = [...story.tasks.values()];
  // Opened on Mon 2026-01-05, three days behind the decision.
  expect(work?.due?.dueOn).toBe('2026-01-07');
  story.at('2026-02-02');
  await story.does(work?.workId ?? '');
  expect(story.rows().map(({ billing }) => billing.map(({ from, to }) => [from, to]))).toEqual([
    [['2026-01-05', '2026-01-07']],
    [['2026-01-05', '2026-01-07']],
  ]);
});

it('is offered to be restored only where it would be: not once the shutdown of its system is approved', async () => {
  const story = await decided();
  expect((await story.reclamation('leader'))?.may).toEqual(['restore']);
  const by = { tenant: 'yancheng/dafeng', membership: 'leader' } as const;
  await story.services.claims.close(
    { tenant: 'yancheng/dafeng', systemId: story.systemId },
    { caseId: 'c', decision: { at: '2026-03-03T02:00:00.000Z', by, reason: text }, ruleVersion: 'r' },
  );
  expect((await story.reclamation('leader'))?.may).toEqual([]);
  expect(await story.reclaimAct('leader', restore)).toBe('reclamation-not-now');
});

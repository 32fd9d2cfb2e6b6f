import { describe, expect, it } from 'vitest';
import { obligationEffects } from '#functions/obligations/app/obligation-effects.ts';
import { passSystem } from '#functions/obligations/app/pass-system.ts';
import { statusOf } from '#functions/obligations/domain/obligation-state.ts';
import { obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import { lateGoLive } from '#test/support/late-obligation.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';

const obligation = lateGoLive;
const orderId = obligation.systemId;
const by = { tenant: 'yancheng/_city', membership: 'operator' } as const;
const decidedAt = '2026-07-20T02:00:00.000Z';

/** A decision of the morning carried on at noon: the batch is in use at the looks given, and another reclamation may hold it. */
const carry = async (opens: boolean, inUse: readonly boolean[]) => {
  const { store } = memoryAggregates(obligationShape(), []);
  const looks = [...inUse];
  const services = {
    obligations: store,
    newSalt: () => 'salt',
    clock: { now: () => new Date('2026-07-20T04:00:00.000Z') },
    references: { calendarOverlay: async () => ({ version: '0', days: [] }) },
    registry: {
      resourcesOf: async () => [
        { resourceId: 'a', caseId: orderId, batch: 1, state: looks.shift() ? 'inUse' : 'reclaimed' },
        { resourceId: 'other', caseId: orderId, batch: 2, state: 'inUse' },
      ],
    } as unknown as Parameters<typeof obligationEffects>[0]['registry'],
    reclaim: async () => opens,
    lists: { list: async () => ({ rows: [] }) },
    openedBatch: () => Promise.reject(new Error('nothing is opened')),
  };
  await passSystem(services, obligation, obligation.openedAt, () => [
    { type: 'ObligationOpened', obligation },
  ]);
  const ordered = await passSystem(services, obligation, decidedAt, () => [
    { type: 'ReclaimOrdered', by, text: '逾期未上线。' },
  ]);
  if (!ordered) throw new Error('nothing was ordered');
  const { tenant, obligationId } = ordered;
  await obligationEffects(services)['obligations.reclaimOrdered']?.({ tenant, obligationId } as never);
  const now = (await store.load(obligation))?.state;
  if (!now) throw new Error('the obligation is lost');
  return now;
};

describe('a decision to take a batch back that is being taken back already', () => {
  it('falls, and what was owed is owed as before: it can be performed, or decided again', async () => {
    const now = await carry(false, [true, true]);
    expect(statusOf(now)).toBe('open');
    expect(now.due?.dueOn).toBe('2026-07-14');
    expect(now.moves.at(-1)).toMatchObject({ kind: 'reclaimWithdrawn', by });
  });

  it('stands where it takes back what it says', async () => {
    expect(statusOf(await carry(true, [true, true]))).toBe('reclaimOrdered');
  });

  it('ends with the batch where the other has just taken it', async () => {
    expect(statusOf(await carry(false, [true, false]))).toBe('ended');
  });
});

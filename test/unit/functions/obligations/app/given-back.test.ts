import { describe, expect, it } from 'vitest';
import { obligationEffects } from '#functions/obligations/app/obligation-effects.ts';
import { passSystem } from '#functions/obligations/app/pass-system.ts';
import { isOpen, statusOf } from '#functions/obligations/domain/obligation-state.ts';
import { obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import { lateGoLive } from '#test/support/late-obligation.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';

const obligation = lateGoLive;
const orderId = obligation.systemId;
const by = { tenant: 'yancheng/_city', membership: 'operator' } as const;

/** A batch of which another reclamation holds a part, and that was decided to be taken back; then that part is given back. */
const given = async (resourceIds: readonly string[], at: string) => {
  const { store, all } = memoryAggregates(obligationShape(), []);
  const services = {
    obligations: store,
    newSalt: () => 'salt',
    clock: { now: () => new Date('2026-07-25T04:00:00.000Z') },
    references: { calendarOverlay: async () => ({ version: '0', days: [] }) },
    registry: {
      resourcesOf: async () => [
        { resourceId: 'a', caseId: orderId, batch: 1, state: 'inUse' },
        { resourceId: 'b', caseId: orderId, batch: 1, state: 'inUse' },
        { resourceId: 'c', caseId: orderId, batch: 2, state: 'inUse' },
      ],
    } as unknown as Parameters<typeof obligationEffects>[0]['registry'],
    reclaim: async () => true,
    lists: {
      list: async (_tenant: string, _of: string | undefined, state: 'open' | 'closed') => ({
        rows: all()
          .filter((one) => isOpen(one) === (state === 'open'))
          .map((one) => ({ position: one.obligationId, obligation: one })),
      }),
    },
    openedBatch: () => Promise.reject(new Error('nothing is opened')),
  };
  await passSystem(services, obligation, obligation.openedAt, () => [
    { type: 'ObligationOpened', obligation },
  ]);
  await passSystem(services, obligation, '2026-07-20T02:00:00.000Z', () => [
    { type: 'ReclaimOrdered', by, text: '逾期未上线。' },
  ]);
  const effect = {
    kind: 'obligations.reclaimWithdrawn',
    ...{ tenant: 'yancheng/dafeng', organisation: 'dafeng-health', systemId: orderId },
    ...{ reclamationId: 'dafeng.security', by, reason: '已清除。', at, resourceIds },
  };
  for (let times = 0; times < 2; times += 1)
    await obligationEffects(services)['obligations.reclaimWithdrawn']?.(effect);
  const now = (await store.load(obligation))?.state;
  if (!now) throw new Error('the obligation is lost');
  return [statusOf(now), now.moves.filter(({ kind }) => kind === 'reclaimWithdrawn').length];
};

describe('what another reclamation held when a batch was decided to be taken back, and gives back', () => {
  it('is owed for as before', async () => {
    expect(await given(['a'], '2026-07-22T02:00:00.000Z')).toEqual(['open', 1]);
  });

  it('touches no other batch, and no decision that came later', async () => {
    expect(await given(['c'], '2026-07-22T02:00:00.000Z')).toEqual(['reclaimOrdered', 0]);
    expect(await given(['a'], '2026-07-19T02:00:00.000Z')).toEqual(['reclaimOrdered', 0]);
  });
});

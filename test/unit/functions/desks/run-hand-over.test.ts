import { expect, it } from 'vitest';
import { type RunHandOverServices, runHandOver } from '#functions/desks/app/run-hand-over.ts';
import { type HandOver, openHandOver } from '#functions/desks/domain/hand-over.ts';

const tenant = 'yancheng/dafeng';
const task = { ref: { tenant, caseId: 'dafeng.1' }, taskId: 't1', membership: 'leaver' } as const;
const job = openHandOver(
  {
    id: 'h1',
    tenant,
    from: {
      membershipId: 'leaver',
      personId: 'leaver',
      name: '离岗人员',
      organisation: '大丰区数据局',
      organisationId: 'dafeng-data',
      roles: ['county.cloud.reviewer'],
    },
    cause: 'left',
    reason: '调离岗位。',
  },
  '2026-07-06T02:00:00.000Z',
  new Date('2026-07-06T02:00:00.000Z'),
);

/** One page with one case, of which each try answers or fails as told. */
const pageWith = async (...tries: readonly ('lost' | 'handed' | 'nothing')[]) => {
  let saved: HandOver | undefined;
  let asked = 0;
  const services = {
    handOvers: {
      find: async () => job,
      save: async (next: HandOver) => {
        saved = next;
        return true;
      },
    },
    tasks: {
      page: async () => ({ tasks: [task] }),
      handOver: async () => {
        const outcome = tries[asked];
        asked += 1;
        if (outcome === 'handed') return [{ taskId: 't1', stageTitle: '初审' }];
        if (outcome === 'nothing') return [];
        throw new Error('the answer was lost');
      },
    },
  } as unknown as RunHandOverServices;
  await runHandOver(services, tenant, 'h1');
  return { asked, rows: (saved?.rows ?? []).map(({ caseId, done }) => ({ caseId, done })) };
};

it.each([
  ['at once', ['handed'], 1, true],
  ['after a short spell of trouble', ['lost', 'lost', 'handed'], 3, true],
  ['with a try that was written though its answer was lost', ['lost', 'nothing'], 2, true],
  ['not at all while the trouble lasts, which is told', ['lost', 'lost', 'lost', 'handed'], 3, false],
] as const)('a case is handed over %s', async (_, tries, asked, done) => {
  expect(await pageWith(...tries)).toEqual({ asked, rows: [{ caseId: 'dafeng.1', done }] });
});

it('a case that was handed over before is no row of another try', async () => {
  expect(await pageWith('nothing')).toEqual({ asked: 1, rows: [] });
});

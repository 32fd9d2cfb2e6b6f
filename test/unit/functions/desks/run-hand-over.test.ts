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

type Try = 'lost' | 'handed' | 'nothing';

/** One page with one case, of which each try answers or fails as told; `dies` at a save that is not written. */
const pageWith = (tries: readonly Try[], dies: (save: number) => boolean = () => false) => {
  let kept: HandOver = job;
  let asked = 0;
  let saves = 0;
  let listed = [task];
  const services = {
    handOvers: {
      find: async () => kept,
      save: async (next: HandOver) => {
        saves += 1;
        if (dies(saves)) throw new Error('the process died');
        if (next.revision !== kept.revision + 1) return false;
        kept = next;
        return true;
      },
    },
    tasks: {
      page: async () => ({ tasks: listed }),
      handOver: async () => {
        const outcome = tries[asked];
        asked += 1;
        if (outcome === 'lost') throw new Error('the answer was lost');
        listed = [];
        return outcome === 'handed' ? [{ taskId: 't1', stageTitle: '初审' }] : [];
      },
    },
  } as unknown as RunHandOverServices;
  return {
    run: () => runHandOver(services, tenant, 'h1'),
    read: () => ({
      asked,
      rows: kept.rows.map(({ caseId, done }) => ({ caseId, done })),
      inHand: kept.inHand !== undefined,
      role: kept.cursor.role,
    }),
  };
};
const after = (asked: number, rows: readonly boolean[]) => ({
  asked,
  rows: rows.map((done) => ({ caseId: 'dafeng.1', done })),
  inHand: false,
  role: 1,
});

it.each([
  ['at once', ['handed'], 1, [true]],
  ['after a spell of trouble', ['lost', 'lost', 'lost', 'lost', 'handed'], 5, [true]],
  ['not at all while the trouble lasts, which is told', Array(6).fill('lost'), 5, [false]],
  ['to nobody when it was decided meanwhile', ['nothing'], 1, []],
] as const)('a case is handed over %s', async (_, tries, asked, rows) => {
  const page = pageWith(tries);
  expect(await page.run()).toBe('more');
  expect(page.read()).toEqual(after(asked, rows));
});

it('what a run that died had handed over is told by the next, though the list no longer shows it', async () => {
  const page = pageWith(['handed', 'handed'], (save) => save === 2);
  await expect(page.run()).rejects.toThrow('died');
  expect(page.read()).toMatchObject({ asked: 1, rows: [], inHand: true });
  expect(await page.run()).toBe('more');
  expect(page.read()).toEqual(after(2, [true]));
});

it('nothing is handed over before it is noted', async () => {
  const page = pageWith(['handed'], (save) => save === 1);
  await expect(page.run()).rejects.toThrow('died');
  expect(page.read()).toMatchObject({ asked: 0, inHand: false });
});

import { expect, it } from 'vitest';
import type { Task } from '#functions/cases/domain/case-state.ts';
import { checkDuplicates } from '#functions/cases/domain/check-duplicates.ts';

const found = [{ purchase: 2, item: '数据库服务器', offered: ['关系型数据库'] }];
const decided = (round: number): Task => ({
  taskId: '2-0',
  step: 'localReview',
  visit: 2,
  stage: 'firstReview',
  stageIndex: 0,
  round,
  holder: { tenant: 'yancheng/dafeng', role: 'county.cloud.reviewer' },
  openedAt: '2026-09-29T02:00:00Z',
  decision: {
    outcome: 'approve',
    at: '2026-09-29T03:00:00Z',
    by: {
      personId: 'a',
      membershipId: 'a',
      name: '甲',
      organisation: '数据局',
      role: 'county.cloud.reviewer',
    },
    nonEquivalence: [{ purchase: 2, reason: '授权绑定物理机' }],
  },
});
const codes = (...args: Parameters<typeof checkDuplicates>) =>
  checkDuplicates(...args).map(({ code }) => code);

it('asks for a reason, and takes it from the one who decides or from one before in the same round', () => {
  expect(codes(found, [], { tasks: [] }, 1)).toEqual(['duplicate-purchase']);
  expect(codes(found, [{ purchase: 2, reason: '不同' }], { tasks: [] }, 1)).toEqual([]);
  expect(codes(found, [], { tasks: [decided(1)] }, 1)).toEqual([]);
});

it('does not take a reason given for an earlier round, nor one for something else', () => {
  expect(codes(found, [], { tasks: [decided(1)] }, 2)).toEqual(['duplicate-purchase']);
  expect(codes([], [{ purchase: 2, reason: '不同' }], { tasks: [] }, 1)).toEqual(['no-duplicate']);
});
